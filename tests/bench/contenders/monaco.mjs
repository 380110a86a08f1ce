// With moves, and with its diff editor's own deadline of five seconds, past which it answers crudely.
import { diff } from '../../quality/peers/monaco.mjs';

export const prepare = async () => {};
export const run = (before, after) => { const found = diff(before, after); return { found, crude: found.hitTimeout }; };

import { diff } from '../../quality/peers/jsdiff.mjs';

export const prepare = async () => {};
export const run = (before, after) => ({ edits: diff(before, after), crude: false });

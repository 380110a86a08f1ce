// Without a limit on its work; what its merge view runs is another contender.
import { diff } from '../../quality/peers/codemirror.mjs';

export const prepare = async () => {};
export const run = (before, after) => ({ edits: diff(before, after), crude: false });

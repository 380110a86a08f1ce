// The floor: the same wasm takes both strings in and splits them into tokens, and does nothing else.
import load, * as module from '../../../www/pkg/article_diff.js';

export const prepare = async () => {
  await load({ module_or_path: new URL('/pkg/article_diff_bg.wasm', location.href) });
  if (!module.floor) throw new Error('this build has no floor()');
};
export const run = (before, after) => ({ tokens: module.floor(before, after), crude: false });

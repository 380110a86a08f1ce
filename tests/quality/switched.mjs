// This project with the options that the environment names, for passes.mjs.
import { compare as compareWith, ready } from 'article-diff';

const options = JSON.parse(process.env.ARTICLE_DIFF_OPTIONS ?? '{}');
export { ready };
export const compare = (before, after) => compareWith(before, after, options);

// Our own articles: one sentence a line, an empty line between paragraphs, the language first in the file's name.
import fs from 'node:fs';

const folder = new URL('./texts/', import.meta.url);

/** @type {{ name: string, lang: string, joiner: string, paragraphs: string[][] }[]} */
export const TEXTS = fs.readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().map((file) => {
  const lang = file.slice(0, 2);
  const paragraphs = fs.readFileSync(new URL(file, folder), 'utf8').trim().split(/\n{2,}/).map((p) => p.split('\n'));
  return { name: file.slice(0, -4), lang, joiner: lang === 'zh' ? '' : ' ', paragraphs };
});

/** The article as it would be pasted. */
export const pasted = ({ paragraphs, joiner }) => paragraphs.map((p) => p.join(joiner)).join('\n\n');

// The repo's own sample texts → documents by language to move things about in.
import fs from 'node:fs';
import { CONTEXTS } from '../classes/contexts.mjs';

const at = (path) => new URL(path, import.meta.url);
const paragraphs = (text) => text.split(/\n\s*\n/).map((p) => p.replace(/\s+/g, ' ').trim());
const folders = (path) => fs.readdirSync(at(path), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).sort();

/** `{ lang: string[] }`: paragraphs, none twice, none shorter than a sentence. */
export function readParagraphs() {
  const found = {};
  const add = (lang, text) => {
    const list = (found[lang] ??= []);
    for (const p of paragraphs(text)) if (/[.!?。।”"»」]$/u.test(p) && p.length > (['zh', 'ja', 'ko'].includes(lang) ? 18 : 45) && !list.includes(p)) list.push(p);
  };
  for (const name of folders('../furniture/')) add(name.split('-')[0], fs.readFileSync(at(`../furniture/${name}/story.txt`), 'utf8'));
  for (const name of folders('../cases/')) {
    const text = fs.readFileSync(at(`../cases/${name}/before.txt`), 'utf8');
    if (!/[^\u0000-\u024f\u2000-\u206f]/u.test(text) && /\b(?:the|and)\b/.test(text) && !name.startsWith('hard-wrapped')) add('en', text);
  }
  for (const [lang, context] of Object.entries(CONTEXTS)) { add(lang, context[0]); add(lang, context[3]); }
  return found;
}

/** Documents of one language: `count` runs of `size` paragraphs, with the rest as donors. */
export function documents(list, size, count) {
  return Array.from({ length: count }, (_, k) => {
    const start = (k * 5) % list.length, turned = [...list.slice(start), ...list.slice(0, start)];
    return { paragraphs: turned.slice(0, size), donors: turned.slice(size) };
  });
}

// Pasted pages → lines, each known to be story, furniture, or (a story line printed again) either.
//
// page.txt   the whole page as select-all and copy gives it
// story.txt  the story's lines: headline, standfirst, subheads, paragraphs with their datelines
// other.txt  what the page is compared with, where there is something; otherwise an empty text
import fs from 'node:fs';

const here = new URL('.', import.meta.url);
const read = (path) => fs.readFileSync(new URL(path, here), 'utf8');
const lines = (text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

export function readPages() {
  return fs.readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => {
    const page = read(`${name}/page.txt`), story = lines(read(`${name}/story.txt`));
    const missing = story.filter((line) => !lines(page).includes(line));
    if (missing.length) throw new Error(`${name}: the page has not the story's line "${missing[0]}"`);
    const other = fs.existsSync(new URL(`${name}/other.txt`, here)) ? read(`${name}/other.txt`) : '';
    let at = 0;
    const marked = page.split('\n').map((raw) => {
      const start = at + raw.length - raw.trimStart().length;
      at += raw.length + 1;
      return { span: [start, start + raw.trim().length], text: raw.trim() };
    }).filter((line) => line.text).map((line) => ({ ...line, story: story.includes(line.text) }));
    for (const line of marked) line.repeated = line.story && marked.filter((x) => x.text === line.text).length > 1;
    return { name, lang: name.split('-')[0], page, other, lines: marked };
  });
}

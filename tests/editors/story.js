// Two versions of a story in HTML, so long that they are compared by a worker.
import { before } from '../hosts/story.js';

const body = before
  .split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('');

export const published = [
  '<h2>Harbour opens again</h2>',
  '<p>The harbour of Brenna opened on Monday after <strong>2,000</strong> days of work. Mayor Kari Olsen cut the ribbon.</p>',
  '<h3>What was said</h3>',
  '<ul><li>Boats, nets, and crates were blessed.</li><li>The band played until the rain came.</li></ul>',
  '<blockquote><p>“We never knew how long it takes.”</p></blockquote>',
  '<p>The report lies <a href="https://news.test/report">in the library</a> for all to read.</p>',
  body,
].join('');

export const later = published
  .replace('<strong>2,000</strong>', '<strong>3,000</strong>')
  .replace('<li>The band played until the rain came.</li>', '')
  .replace('<h3>What was said</h3>', '<h2>What was said</h2>')
  .replace('https://news.test/report', 'https://elsewhere.test/')
  .replace('found 13 repairs', 'found 31 repairs')
  .replace(
    '<p>The council looked at the mill',
    '<p>Nobody had asked for the new lamps.</p><p>The council looked at the mill',
  );

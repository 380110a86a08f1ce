// Two versions of a long story as a CMS holds it: its title, and blocks of HTML.
import { before as textBefore, after as textAfter } from '../story.js';

/** Paragraphs, and among them others. Ampersands and angle brackets of the text must reach the reader as they are. */
const blocksOf = (text) =>
  text.split('\n\n').flatMap((html, number) => {
    if (number === 0)
      return { kind: 'paragraph', html: `${html} It is <strong>5 &lt; 7 &amp; so on</strong>, and not &amp;lt;.` };
    if (number === 20) return { kind: 'quote', html };
    const paragraph = { kind: 'paragraph', html };
    return number === 30 ? [{ kind: 'heading', html: 'What was found there' }, paragraph] : paragraph;
  });

const link = (address) => ({
  kind: 'paragraph',
  html: `The <a href="${address}">full list of repairs</a> was published on Friday.`,
});

export const before = {
  title: 'The water has to fall first',
  blocks: [...blocksOf(textBefore), link('https://council.test/repairs')],
};

export const after = {
  title: 'The water has to fall first, the council says',
  blocks: [...blocksOf(textAfter), link('https://casino.test/')],
};

const ELEMENTS = {
  paragraph: (html) => `<p>${html}</p>`,
  heading: (html) => `<h2>${html}</h2>`,
  quote: (html) => `<blockquote><p>${html}</p></blockquote>`,
};

/** The HTML of a block. */
export const htmlOf = ({ kind, html }) => ELEMENTS[kind](html);

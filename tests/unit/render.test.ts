// A report → a fragment of HTML: what was cut in <del>, what was added in <ins>, everything else as it stands.
import { readFileSync, readdirSync } from 'node:fs';
import { compare, ready } from 'article-diff';
import { expect, test } from 'vitest';
import { type HtmlOptions, reportToHtml } from '../../www/export/render.js';
import { LANGUAGES } from '../../www/i18n/languages.js';
import { buildModel } from '../../www/view/model/model.js';
import { weaveItem } from '../../www/view/model/weave.js';

await ready;

const html = (before: string, after: string, options?: HtmlOptions): Promise<string> =>
  reportToHtml(compare(before, after), before, after, options);

const NAMED = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#13;': '\r' } as Record<
  string,
  string
>;
/** The text that HTML shows. */
const textOf = (markup: string): string =>
  markup.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, (entity) => NAMED[entity] ?? entity);
const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

test('a story is paragraphs and headings with what was cut and added in them', async () => {
  const before = 'Ferry to sail\n\nThe ferry left at noon with 2,000 people.\n\nThe band played on.';
  const after = 'Ferry to sail\n\nThe ferry left at dusk with 3,000 people.\n\nThe band played on.\n\nNobody was hurt.';
  expect(await html(before, after, { headingLevel: 2 })).toBe(
    [
      '<div class="article-diff-report">',
      '<p class="article-diff-summary" lang="en" dir="ltr"><em>87% of Before</em> also appears in After. <em>One paragraph was added</em>. <em>One number changed</em>. Plus one other wording change.</p>',
      '<h2 dir="auto">Ferry to sail</h2>',
      '<p dir="auto">The ferry left at <del class="article-diff-was article-diff-wording" title="was">noon</del><ins class="article-diff-now article-diff-wording" title="became">dusk</ins> with <del class="article-diff-was article-diff-number" title="was">2,000</del><ins class="article-diff-now article-diff-number" title="became">3,000</ins> people.</p>',
      '<p dir="auto">The band played on.</p>',
      '<p dir="auto"><ins class="article-diff-new article-diff-wording" title="added">Nobody was hurt.</ins></p>',
      '</div>',
      '',
    ].join('\n'),
  );
});

test('without what was cut it is After, and without what was added it is Before', async () => {
  const cases = new URL('../cases/', import.meta.url);
  let [whole, unmoved] = [0, 0];
  for (const { name } of readdirSync(cases, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const [before, after] = ['before', 'after'].map((side) =>
      readFileSync(new URL(`${name}/${side}.txt`, cases), 'utf8').replaceAll('\0', '\ufffd'),
    ) as [string, string];
    const report = compare(before, after);
    // Items that are written one side after the other hold unchanged words twice.
    if (buildModel(report, before, after).items.some((item) => !item.half && weaveItem(item) === null)) continue;
    const markup = await reportToHtml(report, before, after, { hide: [], summary: false });
    const words = markup.replace(/<small class="article-diff-note".*?<\/small>/gs, '');
    expect(withoutBlanks(textOf(words.replace(/<del .*?<\/del>/gs, ''))), name).toBe(withoutBlanks(after));
    whole++;
    if (report.moves.length) continue;
    expect(withoutBlanks(textOf(words.replace(/<ins .*?<\/ins>/gs, ''))), name).toBe(withoutBlanks(before));
    unmoved++;
  }
  expect(whole).toBeGreaterThan(80);
  expect(unmoved).toBeGreaterThan(50);
});

test('no text becomes markup', async () => {
  const markup = await html(
    '<img src=x onerror=alert(1)> "one" & &amp; </p></div><script>',
    '<svg onload=alert(1)> "two" & &lt; </p></div><script>',
  );
  const tags = [...new Set([...markup.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag))];
  expect(tags.filter((tag) => !['div', 'p', 'em', 'del', 'ins', 'h3', 'small'].includes(tag!))).toStrictEqual([]);
  expect([...markup.matchAll(/<\/?(div|script)/g)].length, 'only its own frame').toBe(2);
});

test('what is hidden reads as After has it, and is told', async () => {
  const markup = await html('She said “no” to 12.', 'She said "no" to 15.');
  expect(markup).toContain('She said &quot;no&quot; to');
  expect(markup).toMatch(/class="article-diff-hidden".*typography/i);
  expect(await html('She said “no”.', 'She said "no".', { hide: [] })).toContain('<del class="article-diff-surface');
});

test('the sentence speaks every language of the interface, and the text keeps its own', async () => {
  const sentences = new Set<string>();
  for (const lang of LANGUAGES) {
    const markup = await html('The toll was 12.', 'The toll was 15.', { lang });
    const [, spoken, sentence] = /summary" lang="([^"]+)" dir="[a-z]+">(.*)<\/p>/.exec(markup)!;
    expect(spoken).toBe(lang);
    sentences.add(sentence!);
  }
  expect(sentences.size).toBeGreaterThanOrEqual(LANGUAGES.length - 1);
});

test('what is no report of these texts is refused', async () => {
  const report = compare('One line of text.', 'Another line of text.');
  await expect(reportToHtml(report, 'One', 'Another')).rejects.toMatchObject({ code: 'invalid-option' });
  await expect(reportToHtml({} as never, 'One', 'Another')).rejects.toMatchObject({ code: 'invalid-option' });
  await expect(reportToHtml(report, 1 as never, '')).rejects.toMatchObject({ code: 'not-a-string' });
});

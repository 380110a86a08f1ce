// The texts of the WordPress plugin are those of its template for translators.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string =>
  readFileSync(new URL(`../../www/hosts/wordpress/${path}`, import.meta.url), 'utf8');
const SOURCES = [
  'article-diff.php',
  'editor.js',
  ...['element', 'published', 'revisions', 'story'].map((name) => `includes/${name}.php`),
];

test('every text of the plugin is in languages/article-diff.pot, and no other; make-pot.sh writes it', () => {
  const sources = SOURCES.map(read).join('\n');
  const texts = [...sources.matchAll(/\b(?:__|esc_html__)\( '([^']+)', 'article-diff' \)/g)].map(([, text]) => text!);
  const heads = [...sources.matchAll(/^ \* (?:Plugin Name|Description): +(.+)$/gm)].map(([, text]) => text!);
  const template = read('languages/article-diff.pot').replace(/"\n"/g, '');
  const told = [...template.matchAll(/^msgid "(.+)"$/gm)].map(([, text]) => text!);
  expect(texts.length).toBeGreaterThan(6);
  expect(told.sort()).toStrictEqual([...new Set([...texts, ...heads])].sort());
});

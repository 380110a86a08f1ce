// What Lighthouse says of the page, with nothing in it and with the example compared:   npm run lighthouse
//
// Lighthouse weighs 185 MB, so it is fetched for this command alone and is no dependency. Fails below 100.
import { find } from '../../.ci/browsers.mjs';
import { serve } from '../../.ci/serve.mjs';
import { Failure, main, run } from '../../.ci/steps.mjs';
import { after, before } from '../../www/example.js';
import { toFragment } from '../../www/out/link.js';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['accessibility', 'best-practices'];
const FLAGS = ['--headless=new', '--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

await main(async () => {
  const site = await serve();
  const pages = { 'nothing pasted': site.url, 'the example compared': site.url + await toFragment(before, after) };
  const lines = [];
  let least = 1;
  try {
    for (const [name, url] of Object.entries(pages)) {
      const { output } = await run('npx', [
        '--yes', LIGHTHOUSE, url, '--quiet', '--output=json', '--no-enable-error-reporting',
        `--only-categories=${CATEGORIES}`, `--chrome-flags=${FLAGS.join(' ')}`,
      ], { env: { CHROME_PATH: find('chromium') }, show: 'failure' });
      const { categories, audits } = JSON.parse(output.slice(output.indexOf('{\n'), output.lastIndexOf('}') + 1));
      const scores = CATEGORIES.map((category) => categories[category].score);
      least = Math.min(least, ...scores);
      lines.push(`| ${name} | ${scores.map((score) => Math.round(score * 100)).join(' | ')} |`);
      for (const { id, score, title } of Object.values(audits)) if (score !== null && score < 1) lines.push(`  ${id}: ${title}`);
    }
  } finally { await site.close(); }
  console.log(`| | ${CATEGORIES.join(' | ')} |\n| --- | ---: | ---: |\n${lines.join('\n')}`);
  if (least < 1) throw new Failure('Lighthouse is not content.', 'It says above with what.');
});

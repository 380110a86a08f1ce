// Tries whether the installed Playwright can drive a browser: `node .ci/drive.mjs chromium|firefox [PROGRAM]`. Without a program it is
// Playwright's own browser. The exit code is 0 if it can.
import { chromium, firefox } from '@playwright/test';

const [name, executablePath] = process.argv.slice(2);
const options = { executablePath, timeout: 60_000 };
try {
  const browser = name === 'chromium' ? await chromium.launch(options) : await firefox.launch({ ...options, channel: executablePath && 'moz-firefox' });
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<title>driven</title>' }));
  await page.goto('http://localhost/');
  const title = await page.title();
  await browser.close();
  process.exit(title === 'driven' ? 0 : 1);
} catch (error) {
  console.error(`${executablePath ?? name}: ${error.message.split('\n', 1)[0]}`);
  process.exit(1);
}

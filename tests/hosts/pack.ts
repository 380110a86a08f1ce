// The repository → tests/hosts/node_modules/article-diff, by way of the tarball that would be published.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const home = join(import.meta.dirname, 'node_modules/article-diff');

export default function pack(): void {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], { cwd: root });
  const [tarball] = Object.values(JSON.parse(packed.toString()) as Record<string, { filename: string }>);
  execFileSync('tar', ['-xzf', join(home, tarball!.filename), '-C', home, '--strip-components=1']);
}

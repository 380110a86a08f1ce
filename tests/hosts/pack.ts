// The repository → node_modules/article-diff of a folder, by way of the tarball that would be published.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export function packInto(folder: string): void {
  const home = join(folder, 'node_modules/article-diff');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], { cwd: root });
  const [tarball] = Object.values(JSON.parse(packed.toString()) as Record<string, { filename: string }>);
  execFileSync('tar', ['-xzf', join(home, tarball!.filename), '-C', home, '--strip-components=1']);
}

export default (): void => packInto(import.meta.dirname);

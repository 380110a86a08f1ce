// The packed package, and the page that holds one of the editors, built by Vite.
import { build } from 'vite';
import { packInto } from '../hosts/pack.js';

export default async function prepare(): Promise<void> {
  packInto(import.meta.dirname);
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    build: { target: 'es2022', chunkSizeWarningLimit: 8_000 },
  });
}

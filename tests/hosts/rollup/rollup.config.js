import { nodeResolve } from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';
import { join } from 'node:path';

const page = {
  name: 'page',
  generateBundle() {
    const source =
      '<!doctype html><title>Rollup</title><output></output><script type="module" src="plain.js"></script>';
    this.emitFile({ type: 'asset', fileName: 'index.html', source });
  },
};

export default {
  input: join(import.meta.dirname, '../plain.js'),
  output: { dir: join(import.meta.dirname, 'dist'), format: 'es' },
  plugins: [nodeResolve({ browser: true }), importMetaAssets(), page],
};

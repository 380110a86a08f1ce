import HtmlWebpackPlugin from 'html-webpack-plugin';
import { join } from 'node:path';

export default {
  mode: 'production',
  context: import.meta.dirname,
  entry: '../plain.js',
  output: { path: join(import.meta.dirname, 'dist'), clean: true },
  performance: { hints: false },
  plugins: [new HtmlWebpackPlugin({ templateContent: '<!doctype html><title>webpack</title><output></output>' })],
};

// The element's attributes, events, parts and properties, told by the comments above its class -> dist/custom-elements.json.
export default {
  globs: ['www/element/article-diff.ts'],
  outdir: 'dist',
  packagejson: false,
};

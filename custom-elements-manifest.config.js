// The element's attributes, events, parts and properties, told by the comments above its class -> dist/custom-elements.json.
const published = 'dist/lib/article-diff.js';

export default {
  globs: ['www/element/article-diff.ts', 'www/element/version-settings.ts', 'www/element/view-settings.ts'],
  outdir: 'dist',
  packagejson: false,
  plugins: [
    {
      name: 'published',
      packageLinkPhase({ customElementsManifest: { modules } }) {
        for (const module of modules) {
          module.path = published;
          for (const { declaration } of module.exports) declaration.module &&= published;
          for (const { members } of module.declarations) {
            if (members) members.splice(0, members.length, ...members.filter(({ name }) => !name.startsWith('#')));
          }
        }
      },
    },
  ],
};

// What the build puts in the place of these names.
declare module 'inlined:module' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module 'inlined:worker' {
  const source: string;
  export default source;
}

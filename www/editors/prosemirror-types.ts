// What the adapter asks of ProseMirror: its own classes fit, of whatever version since 1.0, and no package of it is needed for the types.

export interface NodeLike {
  readonly isText: boolean;
  readonly isLeaf: boolean;
  readonly nodeSize: number;
  readonly text?: string | undefined;
  readonly type: { readonly spec: { readonly toDOM?: ((node: never) => unknown) | undefined } };
  readonly marks: readonly MarkLike[];
  forEach(visit: (node: NodeLike, offset: number) => void): void;
}

export interface MarkLike {
  readonly type: { readonly spec: { readonly toDOM?: ((mark: never, inline: boolean) => unknown) | undefined } };
}

export interface StateLike {
  readonly doc: NodeLike;
  readonly plugins: readonly unknown[];
  readonly tr: TransactionLike;
  reconfigure(config: { plugins?: readonly never[] }): StateLike;
}

export interface TransactionLike {
  readonly docChanged: boolean;
  readonly doc: NodeLike;
  readonly mapping: { map(position: number, side?: number): number };
  getMeta(key: never): unknown;
  setMeta(key: never, value: unknown): TransactionLike;
}

export interface EditorViewLike {
  readonly dom: HTMLElement;
  readonly state: StateLike;
  readonly isDestroyed: boolean;
  dispatch(transaction: never): void;
  updateState(state: never): void;
  domAtPos(position: number): { node: Node; offset: number };
}

/** The classes of `prosemirror-state` and `prosemirror-view` that the editor is made of. */
export interface ProseMirrorClasses {
  Plugin: new (spec: never) => unknown;
  Decoration: {
    inline(from: number, to: number, attributes: { class: string }, spec?: object): unknown;
  };
  DecorationSet: {
    create(doc: never, decorations: never[]): unknown;
    readonly empty: unknown;
  };
}

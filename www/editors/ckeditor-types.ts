// What the adapter asks of CKEditor 5: its own editors fit, of whatever build, and no package of it is needed for the types.

/** A position of the model. */
export interface PositionLike {
  getShiftedBy(shift: number): PositionLike;
}

/** A range of the model. */
export interface RangeLike {
  readonly isCollapsed: boolean;
  getTransformedByOperations(operations: Iterable<never>): RangeLike[];
}

export interface WriterLike {
  addMarker(name: string, options: { range: never; usingOperation: boolean; affectsData?: boolean }): unknown;
  removeMarker(name: string): void;
}

export interface ViewNodeLike {
  is(type: string): boolean;
}

export interface CKEditorLike {
  readonly state: string;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
  readonly conversion: {
    for(group: 'editingDowncast'): {
      markerToHighlight(config: {
        model: string;
        view: (data: { markerName: string }) => { classes: string[]; priority: number };
      }): unknown;
    };
  };
  readonly model: {
    change(edit: (writer: WriterLike) => void): void;
    createRange(start: never, end: never): RangeLike;
    readonly markers: { has(name: string): boolean };
    readonly document: {
      readonly version: number;
      readonly history: { getOperations(from: number): Iterable<unknown> };
      on(event: string, listener: () => void): void;
      off(event: string, listener: () => void): void;
    };
  };
  readonly editing: {
    readonly mapper: { toModelPosition(position: never): PositionLike; toViewRange(range: never): unknown };
    readonly view: {
      getDomRoot(): HTMLElement | undefined;
      createPositionAt(node: never, offset: number): unknown;
      readonly document: { getRoot(): ViewNodeLike | null };
      readonly domConverter: { viewRangeToDom(range: never): Range };
    };
  };
}

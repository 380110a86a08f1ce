// The two texts of a comparison, and what exists once for each of them.

export type Side = 'before' | 'after';

/** One value for each side. */
export interface Both<T> {
  before: T;
  after: T;
}

export const SIDES: readonly Side[] = ['before', 'after'];

export const otherSide = (side: Side): Side => (side === 'before' ? 'after' : 'before');

/** The names that both texts were given, such as "Agency, 14:05"; an empty one for none. */
export type Names = Both<string>;

/** Makes one value for each side. */
export const bothSides = <T>(make: (side: Side) => T): Both<T> => ({ before: make('before'), after: make('after') });

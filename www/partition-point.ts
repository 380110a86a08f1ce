// A sorted list → the place in it where something ends to hold, by bisecting.

/** The index of the first item of which `isBefore` does not hold; the length where it holds of all. It holds of the first ones only. */
export function partitionPoint<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

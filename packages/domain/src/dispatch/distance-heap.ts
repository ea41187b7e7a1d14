/** A binary heap of (distance, item) pairs in typed arrays, nearest first; outdated pairs stay and are the caller's to skip. */
export interface DistanceHeap {
  keys: Float64Array;
  items: Int32Array;
  size: number;
}

export function createHeap(): DistanceHeap {
  return { keys: new Float64Array(1_024), items: new Int32Array(1_024), size: 0 };
}

export function push(heap: DistanceHeap, key: number, item: number): void {
  if (heap.size === heap.keys.length) grow(heap);
  const { keys, items } = heap;
  let index = heap.size;
  heap.size += 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if ((keys[parent] as number) <= key) break;
    keys[index] = keys[parent] as number;
    items[index] = items[parent] as number;
    index = parent;
  }
  keys[index] = key;
  items[index] = item;
}

/** Drops the nearest pair, which stands at index 0. The heap must not be empty. */
export function pop(heap: DistanceHeap): void {
  heap.size -= 1;
  const { keys, items, size } = heap;
  const key = keys[size] as number;
  const item = items[size] as number;
  // Behind the last one stands none that is nearer: the nearer child is found by counting, which no processor has to guess.
  keys[size] = Number.POSITIVE_INFINITY;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= size) break;
    child += Number((keys[child + 1] as number) < (keys[child] as number));
    if ((keys[child] as number) >= key) break;
    keys[index] = keys[child] as number;
    items[index] = items[child] as number;
    index = child;
  }
  keys[index] = key;
  items[index] = item;
}

function grow(heap: DistanceHeap): void {
  const keys = new Float64Array(2 * heap.keys.length);
  const items = new Int32Array(2 * heap.items.length);
  keys.set(heap.keys);
  items.set(heap.items);
  heap.keys = keys;
  heap.items = items;
}

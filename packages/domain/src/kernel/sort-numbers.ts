/** Up to so many numbers are sorted by hand: the engine's own sort takes longer to be called than that. */
const byHandAtMost = 48;

/** Sorts a stretch of a typed array, lowest first. `to` does not belong to it. */
export function sortNumbers(numbers: Float64Array | Int32Array, from: number, to: number): void {
  if (to - from > byHandAtMost) numbers.subarray(from, to).sort();
  else sortByInsertion(numbers, from, to);
}

function sortByInsertion(numbers: Float64Array | Int32Array, from: number, to: number): void {
  for (let next = from + 1; next < to; next += 1) {
    const number = numbers[next] as number;
    let place = next;
    for (; place > from && (numbers[place - 1] as number) > number; place -= 1) numbers[place] = numbers[place - 1] as number;
    numbers[place] = number;
  }
}

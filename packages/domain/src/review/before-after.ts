/** A picture of an order, as a pair is chosen from. */
export interface WalkThroughPhoto {
  readonly id: string;
  readonly purpose: string;
  /** What it shows: `厨房`; empty: not said. */
  readonly label: string;
}

export interface BeforeAfter {
  readonly before: string;
  readonly after: string;
}

/**
 * The pair that shows best what was done: the last place that was named at arrival and again at the finish (the first is
 * the door), else the first picture before and the last one after. Photos come in the order they were taken. Null: one side is missing.
 */
export function beforeAfterOf(photos: readonly WalkThroughPhoto[]): BeforeAfter | null {
  const before = photos.filter(({ purpose }) => purpose === "before");
  const after = photos.filter(({ purpose }) => purpose === "after");
  const named = before.findLast(({ label }) => label !== "" && after.some((other) => other.label === label));
  const first = named ?? before[0];
  const last = named === undefined ? after.at(-1) : after.findLast(({ label }) => label === named.label);
  return first === undefined || last === undefined ? null : { before: first.id, after: last.id };
}

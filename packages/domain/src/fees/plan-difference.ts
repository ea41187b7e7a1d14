/** A number, word or `null` (no end) of a policy. */
export type PolicyLeaf = string | number | boolean | null;

/** One changed number with its path, as in `pro.brackets.1.rate`; `undefined`: it is not there on that side. */
export interface Difference {
  readonly path: string;
  readonly from: PolicyLeaf | undefined;
  readonly to: PolicyLeaf | undefined;
}

function isLeaf(value: unknown): value is PolicyLeaf {
  return value === null || typeof value !== "object";
}

/** Every number of a value by its path, in the order in which it is written. */
function leavesOf(value: unknown, path: string, into: Map<string, PolicyLeaf>): Map<string, PolicyLeaf> {
  if (value === undefined) return into;
  if (isLeaf(value)) return into.set(path, value);
  for (const [key, part] of Object.entries(value as Readonly<Record<string, unknown>>)) leavesOf(part, path === "" ? key : `${path}.${key}`, into);
  return into;
}

/**
 * Each number that differs between two policies, or two parts of policies, with its path: nothing else differs. What only
 * the second has comes last.
 */
export function diffOf(from: unknown, to: unknown): Difference[] {
  const before = leavesOf(from, "", new Map());
  const after = leavesOf(to, "", new Map());
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => before.get(path) !== after.get(path) || before.has(path) !== after.has(path))
    .map((path) => ({ path, from: before.get(path), to: after.get(path) }));
}

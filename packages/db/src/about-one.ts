/** A prepared statement as `pg` takes it. */
interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

interface Variant {
  readonly name: string;
  readonly text: string;
  /** The parameters (from 0) that became single values. */
  readonly single: ReadonlySet<number>;
}

const variants = new Map<string, Variant>();

/** The text with `= any ($2::uuid[])` as `= $2::uuid`; null: there is none, or the list is used in another way too. */
function withOne(text: string, index: number): string | null {
  const place = `\\$${index + 1}`;
  const shorter = text.replace(new RegExp(`= any \\(${place}::(\\w+)\\[\\]\\)`, "g"), `= $$${index + 1}::$1`);
  return shorter === text || new RegExp(`${place}::\\w+\\[\\]`).test(shorter) ? null : shorter;
}

function makeVariant(key: string, text: string, indexes: readonly number[]): Variant {
  let shorter = text;
  const single = new Set<number>();
  for (const index of indexes) {
    const next = withOne(shorter, index);
    if (next === null) continue;
    shorter = next;
    single.add(index);
  }
  return { name: key, text: shorter, single };
}

/**
 * A statement about lists that hold one id, as the statement about that id. Of a list PostgreSQL guesses that it holds ten,
 * finds a plan for this very list cheaper each time, and plans anew at every call; for one id it keeps its plan after the
 * fifth (measured for a worker's snapshot: 1.2 ms of planning before 0.2 ms of work).
 */
export function aboutOne(statement: Prepared): Prepared {
  const { name, text, values } = statement;
  const indexes = values.flatMap((value, index) => (Array.isArray(value) && value.length === 1 ? [index] : []));
  if (indexes.length === 0) return statement;
  const key = `${name}:one:${indexes.join(",")}`;
  const variant = variants.get(key) ?? makeVariant(key, text, indexes);
  variants.set(key, variant);
  if (variant.single.size === 0) return statement;
  return { ...variant, values: values.map((value, index) => (variant.single.has(index) ? (value as readonly unknown[])[0] : value)) };
}

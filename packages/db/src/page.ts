/** A page of a list, newest first: at most `limit` rows after `cursor` (an id, or a position as text; absent: from the start). */
export interface PageRequest {
  readonly cursor?: string | null;
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: Item[];
  /** Give it back to go on; null: that was the end. */
  readonly nextCursor: string | null;
}

/** Cuts a page out of `limit + 1` fetched rows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  options: { toItem: (row: Row) => Item; cursorOf: (row: Row) => string },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(options.toItem), nextCursor: rows.length > limit && last !== undefined ? options.cursorOf(last) : null };
}

/** A pattern for `like` that finds exactly this text anywhere: its wildcards are only letters. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[%_\\]/g, "\\$&")}%`;
}

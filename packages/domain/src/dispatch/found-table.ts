/** Who was found near the orders of a round, in columns: the place in the list of those qualified, and how far away. An order's are one range. */
export interface FoundTable {
  holder: Int32Array;
  metres: Int32Array;
  size: number;
}

export function createFoundTable(): FoundTable {
  return { holder: new Int32Array(1_024), metres: new Int32Array(1_024), size: 0 };
}

export function appendFound(table: FoundTable, holder: number, metres: number): void {
  if (table.size === table.holder.length) growFound(table);
  table.holder[table.size] = holder;
  table.metres[table.size] = metres;
  table.size += 1;
}

function growFound(table: FoundTable): void {
  const { holder, metres } = table;
  table.holder = new Int32Array(4 * holder.length);
  table.metres = new Int32Array(4 * metres.length);
  table.holder.set(holder);
  table.metres.set(metres);
}

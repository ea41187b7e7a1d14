import type { ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand at the right. */
  readonly align?: "end";
  /** CSS width, where a column must not follow its content. */
  readonly width?: string;
}

/** One row on a phone: what it is, what there is to say, what stands at the right. */
export interface CompactRow {
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly aside?: ReactNode;
}

import { AppLink } from "@lingong/ui";
import type { ReactNode } from "react";
import { useListKeys } from "../keyboard/use-list-keys.ts";
import { useDesk } from "../shell/use-desk.ts";
import type { Column, CompactRow } from "./columns.ts";
import classes from "./data-table.module.css";

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where a row leads; its first cell is then the link, as wide as the row. */
  readonly hrefOf?: (row: Row) => string | null;
  /** What a row shows on a phone, where a table has no room. */
  readonly compact: (row: Row) => CompactRow;
  /** The next page is on its way: what stands here is the one before. */
  readonly busy?: boolean;
  /** Under the rows: sums. */
  readonly foot?: ReactNode;
}

/** Rows in a table on a desk and as a list on a phone; J and K walk them, Enter opens one. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const desk = useDesk();
  useListKeys();
  return (
    <div className={props.busy ? classes.busy : undefined} aria-busy={props.busy}>
      {desk ? <WideTable {...props} /> : <CompactList {...props} />}
    </div>
  );
}

function WideTable<Row>({ label, columns, rows, keyOf, hrefOf, foot }: DataTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its place is moved by keys
    <section className={classes.scroll} tabIndex={0} aria-label={label}>
      <table className={classes.table}>
        <caption className={classes.caption}>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} style={{ width: column.width }}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = hrefOf?.(row) ?? null;
            return (
              <tr key={keyOf(row)} data-open={href === null ? undefined : true}>
                {columns.map((column, index) => (
                  <td key={column.key} data-align={column.align}>
                    {index === 0 && href !== null ? (
                      <AppLink href={href} className={classes.link} data-row>
                        {column.cell(row)}
                      </AppLink>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  );
}

function CompactList<Row>({ label, rows, keyOf, hrefOf, compact }: DataTableProps<Row>) {
  return (
    <ul className={classes.list} aria-label={label}>
      {rows.map((row) => {
        const { lead, title, detail, aside } = compact(row);
        const href = hrefOf?.(row) ?? null;
        const content = (
          <>
            {lead}
            <span className={classes.text}>
              <b>{title}</b>
              {detail !== undefined && <span>{detail}</span>}
            </span>
            {aside !== undefined && <span className={classes.aside}>{aside}</span>}
          </>
        );
        return (
          <li key={keyOf(row)}>
            {href === null ? (
              <div className={classes.row}>{content}</div>
            ) : (
              <AppLink href={href} className={classes.row} data-row>
                {content}
              </AppLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

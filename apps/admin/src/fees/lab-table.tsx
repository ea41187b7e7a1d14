import type { FeeLabOutput } from "@lingong/contracts";
import { Panel, useFormat } from "@lingong/ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import classes from "./fees.module.css";

export type Sum = FeeLabOutput["total"];

/** How much more or less, as a share of what it was. */
export const changeOf = (from: number, to: number): number => (from === 0 ? 0 : (to - from) / from);

type Row = Sum & { readonly name: string };

interface LabTableProps {
  readonly title: string;
  /** What a row is. */
  readonly what: string;
  readonly rows: readonly Row[];
  readonly total: Sum;
  /** At the heading's right. */
  readonly aside?: ReactNode;
}

const platformChange = (row: Sum): number => changeOf(row.currentCommissionFen, row.draftCommissionFen);

/** More or less, by its sign and its colour. */
function Signed({ value, children }: { readonly value: number; readonly children: ReactNode }) {
  return (
    <span className={classes.signed} data-sign={Math.sign(value)}>
      {children}
    </span>
  );
}

/** A change as a bar beside its figure: the largest of the table fills it. */
function ChangeBar({ share, most }: { readonly share: number; readonly most: number }) {
  const format = useFormat();
  return (
    <span className={classes.change}>
      <span className={classes.track} data-sign={Math.sign(share)} aria-hidden="true">
        <span style={{ width: `${most === 0 ? 0 : (Math.abs(share) / most) * 100}%` }} />
      </span>
      {format.change(share)}
    </span>
  );
}

/** One line for each category or plan, and their sum: what the platform takes and the workers net, now and by the draft. */
export function LabTable({ title, what, rows, total, aside }: LabTableProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const most = Math.max(...rows.map((row) => Math.abs(platformChange(row))));
  const platformOf = (row: Sum) => {
    const fen = row.draftCommissionFen - row.currentCommissionFen;
    return <Signed value={fen}>{format.money(fen)}</Signed>;
  };
  const columns: readonly Column<Row>[] = [
    { key: "name", head: what, cell: ({ name }) => <b>{name}</b> },
    { key: "orders", head: t("fees.columns.orders"), align: "end", cell: ({ orders }) => format.count(orders) },
    { key: "base", head: t("fees.columns.turnover"), align: "end", cell: ({ baseFen }) => format.money(baseFen) },
    { key: "now", head: t("fees.columns.now"), align: "end", cell: (row) => format.money(row.currentCommissionFen) },
    { key: "then", head: t("fees.columns.then"), align: "end", cell: (row) => format.money(row.draftCommissionFen) },
    { key: "difference", head: t("fees.columns.difference"), align: "end", cell: platformOf },
    {
      key: "change",
      head: t("fees.columns.change"),
      align: "end",
      cell: (row) => <ChangeBar share={platformChange(row)} most={most} />,
    },
    { key: "net", head: t("fees.columns.net"), align: "end", cell: (row) => <NetChange row={row} /> },
  ];
  const sum: Row = { ...total, name: t("fees.total") };
  const foot = (
    <tr>
      {columns.map((column) => (
        <td key={column.key} data-align={column.align}>
          {column.cell(sum)}
        </td>
      ))}
    </tr>
  );
  return (
    <Panel flush title={title} aside={aside}>
      <DataTable
        label={title}
        columns={columns}
        rows={rows}
        keyOf={({ name }) => name}
        foot={foot}
        compact={(row) => ({
          title: row.name,
          detail: t("fees.fromTo", { from: format.money(row.currentCommissionFen), to: format.money(row.draftCommissionFen) }),
          aside: <b>{platformOf(row)}</b>,
        })}
      />
    </Panel>
  );
}

function NetChange({ row: { currentNetFen, draftNetFen } }: { readonly row: Sum }) {
  const format = useFormat();
  const share = changeOf(currentNetFen, draftNetFen);
  return (
    <Signed value={share}>
      <b>{format.change(share)}</b>
    </Signed>
  );
}

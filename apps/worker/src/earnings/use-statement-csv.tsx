import { useClient } from "@lingong/client/react";
import type { StatementLine } from "@lingong/contracts";
import type { JournalReason } from "@lingong/domain";
import { type CsvCell, csvOf, downloadFile, ErrorAlert, knownErrorOf, useFormat, useText } from "@lingong/ui";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface StatementCsv {
  readonly busy: boolean;
  readonly error: ReactNode;
  readonly save: (month: string) => Promise<unknown>;
}

/** A month never has so many entries; it only keeps a wrong answer from being asked for ever. */
const mostPages = 100;

/** The whole of a month's statement as a CSV file in the person's own language. */
export function useStatementCsv(): StatementCsv {
  const { t } = useTranslation("worker");
  const { api } = useClient();
  const rowOf = useRow();
  const format = useFormat();
  const save = useMutation({
    mutationFn: async (month: string) => {
      const lines: StatementLine[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        const read: { items: StatementLine[]; nextCursor: string | null } = await api.wallet.statement.query({ month, limit: 100, cursor });
        lines.push(...read.items);
        cursor = read.nextCursor;
        if (cursor === null) break;
      }
      const columns = ["at", "reason", "order", "what", "customer", "released", "commission", "fee", "fen", "balance"] as const;
      const head = columns.map((column) => t(`statement.csvHead.${column}`, { zone: format.zone }));
      downloadFile(t("statement.csvName", { month }), csvOf([head, ...lines.reverse().map(rowOf)]), "text/csv;charset=utf-8");
    },
  });
  return { busy: save.isPending, error: save.error === null ? null : <ErrorAlert {...knownErrorOf(save.error)} />, save: save.mutateAsync };
}

function useRow(): (line: StatementLine) => CsvCell[] {
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const { zone } = useFormat();
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return ({ at, reason, order, fen, balanceFen, split: { releasedFen, commissionFen, feeFen } }) => [
    time.format(Date.parse(at)),
    domain(`journalReason.${reason as JournalReason}`),
    order?.code ?? "",
    order === null ? "" : text(order.category.name),
    order?.customerName ?? "",
    order === null ? "" : { fen: releasedFen },
    order === null ? "" : { fen: commissionFen },
    order === null ? { fen: feeFen } : "",
    { fen },
    { fen: balanceFen },
  ];
}

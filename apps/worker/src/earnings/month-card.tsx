import { useTRPC } from "@lingong/client/react";
import { MoneyList, Panel, QueryView, useFormat } from "@lingong/ui";
import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconDownload } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";
import { noonOf, shifted } from "./period.ts";
import { useStatementCsv } from "./use-statement-csv.tsx";

export interface MonthCardProps {
  /** `2026-03` */
  readonly month: string;
  readonly onMonth: (month: string) => void;
}

/** A month's sums: what the wallet held before, what came and went, what it held after. */
export function MonthCard({ month, onMonth }: MonthCardProps) {
  const { t } = useTranslation("worker");
  const format = useFormat("UTC");
  const trpc = useTRPC();
  const query = useQuery(trpc.wallet.statementMonth.queryOptions({ month }, { placeholderData: keepPreviousData }));
  const csv = useStatementCsv();
  const name = format.month(noonOf(`${month}-15`));
  const move = (by: -1 | 1) => onMonth(shifted("month", `${month}-01`, by).slice(0, 7));
  return (
    <Panel>
      <div className={classes.monthHead}>
        <ActionIcon aria-label={t("statement.before")} onClick={() => move(-1)} disabled={query.data !== undefined && month <= query.data.firstMonth}>
          <IconChevronLeft size={24} aria-hidden />
        </ActionIcon>
        <h2>{name}</h2>
        <ActionIcon aria-label={t("statement.after")} onClick={() => move(1)} disabled={query.data !== undefined && month >= query.data.lastMonth}>
          <IconChevronRight size={24} aria-hidden />
        </ActionIcon>
        <Button
          variant="light"
          size="sm"
          leftSection={<IconDownload size={18} aria-hidden />}
          aria-label={t("statement.csvLabel", { month: name })}
          loading={csv.busy}
          disabled={query.data?.lines === 0}
          onClick={() => void csv.save(month)}
        >
          {t("statement.csv")}
        </Button>
      </div>
      <QueryView query={query}>
        {({ openingFen, earnedFen, withdrawnFen, returnedFen, closingFen, commissionFen, orders, lastMonth }) => (
          <MoneyList
            lines={[
              { key: "opening", label: t("statement.opening"), fen: openingFen, tone: "quiet" },
              {
                key: "earned",
                label: t("statement.earned"),
                fen: earnedFen,
                ...(orders === 0 ? {} : { detail: t("statement.earnedDetail", { count: orders, commission: format.money(commissionFen) }) }),
              },
              ...(withdrawnFen === 0 ? [] : [{ key: "withdrawn", label: t("statement.withdrawn"), fen: -withdrawnFen }]),
              ...(returnedFen === 0 ? [] : [{ key: "returned", label: t("statement.returned"), fen: returnedFen }]),
            ]}
            total={{ label: t(month === lastMonth ? "statement.closingNow" : "statement.closing"), fen: closingFen }}
          />
        )}
      </QueryView>
      {csv.error}
    </Panel>
  );
}

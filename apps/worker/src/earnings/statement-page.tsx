import { useTRPC } from "@lingong/client/react";
import { useFormat, useServerNow } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { EarnedOrders } from "./earned-orders.tsx";
import { MonthCard } from "./month-card.tsx";
import { localDayOf } from "./period.ts";
import { StatementLines } from "./statement-lines.tsx";
import { Withdrawals } from "./withdrawals.tsx";

const ways = ["lines", "orders"] as const;
type Way = (typeof ways)[number];

/** A month of the wallet: its sums, every fen in and out with how it was split, by entry or by order, and where withdrawals stand. */
export function StatementPage() {
  const { t } = useTranslation("worker");
  const now = useServerNow();
  const { zone } = useFormat();
  // Null: this month, by a clock that is known only after the first answer.
  const [chosen, setMonth] = useState<string | null>(null);
  const month = chosen ?? localDayOf(now, zone).slice(0, 7);
  const [way, setWay] = useState<Way>("lines");
  return (
    <Screen
      title={t("statement.title")}
      backTo="/earnings"
      width="wide"
      lead={
        <SegmentedControl<Way>
          fullWidth
          aria-label={t("statement.ways")}
          value={way}
          onChange={setWay}
          data={ways.map((value) => ({ value, label: t(`statement.way.${value}`) }))}
        />
      }
    >
      <Columns
        main={
          <>
            <MonthCard month={month} onMonth={setMonth} />
            {way === "lines" ? <StatementLines key={month} month={month} /> : <OrdersOf key={month} month={month} />}
          </>
        }
        side={<Withdrawals />}
      />
    </Screen>
  );
}

function OrdersOf({ month }: { readonly month: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.wallet.earnings.queryOptions({ period: "month", day: `${month}-01` }, { placeholderData: keepPreviousData }));
  return data === undefined ? null : <EarnedOrders period="month" data={data} selected={null} />;
}

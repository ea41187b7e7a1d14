import { useTRPC } from "@lingong/client/react";
import { CardSkeleton, Loading, QueryView, startOfLocalDay, useFormat, useServerNow } from "@lingong/ui";
import { Button, SegmentedControl } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { EarnedOrders } from "./earned-orders.tsx";
import { HeldNotice } from "./held-notice.tsx";
import { LatestWithdrawal } from "./latest-withdrawal.tsx";
import { localDayOf, type Period, shifted } from "./period.ts";
import { PeriodCard } from "./period-card.tsx";
import { useWithdrawBar } from "./use-withdraw-bar.tsx";
import { WalletCard } from "./wallet-card.tsx";

const periods: readonly Period[] = ["day", "week", "month"];

/** What was earned, by day, week or month; each order's split; and the way of the money out. */
export function EarningsPage() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const now = useServerNow();
  const { zone } = useFormat();
  const [period, setPeriod] = useState<Period>("week");
  // Null: today, by a clock that is known only after the first answer and turns at midnight.
  const [chosen, setDay] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const today = localDayOf(startOfLocalDay(now, zone), zone);
  const day = chosen ?? today;
  const earnings = useQuery(trpc.wallet.earnings.queryOptions({ period, day }, { placeholderData: keepPreviousData }));
  const bar = useWithdrawBar();
  const choose = (next: Period) => {
    setPeriod(next);
    setDay(null);
    setSelected(null);
  };
  const move = (by: -1 | 1) => {
    setDay(shifted(period, day, by));
    setSelected(null);
  };
  return (
    <Screen
      title={t("earnings.title")}
      width="wide"
      aside={
        <Button component={Link} to="/earnings/statement" variant="subtle" leftSection={<IconFileText size={22} aria-hidden />}>
          {t("earnings.statement")}
        </Button>
      }
      lead={
        <SegmentedControl<Period>
          fullWidth
          aria-label={t("earnings.period")}
          value={period}
          onChange={choose}
          data={periods.map((value) => ({ value, label: t(`earnings.by.${value}`) }))}
        />
      }
      actions={bar.actions}
    >
      {bar.sheet}
      <HeldNotice />
      <QueryView
        query={earnings}
        skeleton={
          <Loading>
            <CardSkeleton lines={6} />
            <CardSkeleton lines={4} />
          </Loading>
        }
      >
        {(data) => (
          <Columns
            main={
              <PeriodCard
                period={period}
                data={data}
                selected={selected}
                onSelect={(key) => setSelected(key === selected ? null : key)}
                onMove={move}
                atEnd={data.to >= today}
              />
            }
            side={
              <>
                <WalletCard />
                <LatestWithdrawal />
                <EarnedOrders period={period} data={data} selected={selected} />
              </>
            }
          />
        )}
      </QueryView>
    </Screen>
  );
}

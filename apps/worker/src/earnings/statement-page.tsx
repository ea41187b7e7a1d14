import { useTRPC } from "@lingong/client/react";
import type { WithdrawalView } from "@lingong/contracts";
import type { JournalReason } from "@lingong/domain";
import { Chip, ListRow, ListRows, Panel, QueryView, StateView, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconArrowDownLeft, IconArrowUpRight, IconReceipt } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import classes from "./earnings.module.css";

const next = { getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor };

/** Every fen in and out of the wallet with the balance after it, and where withdrawals stand. */
export function StatementPage() {
  const { t } = useTranslation("worker");
  return (
    <Screen title={t("statement.title")} backTo="/earnings" width="wide">
      <Columns main={<Lines />} side={<Withdrawals />} />
    </Screen>
  );
}

function Lines() {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.wallet.statement.infiniteQueryOptions({ limit: 30 }, next));
  const lines = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView
      query={query}
      isEmpty={() => lines.length === 0}
      empty={
        <StateView icon={IconReceipt} title={t("statement.emptyTitle")}>
          {t("statement.emptyBody")}
        </StateView>
      }
    >
      {() => (
        <>
          <Panel dense>
            <ListRows>
              {lines.map(({ id, at, reason, orderId, fen, balanceFen }) => (
                <ListRow
                  key={id}
                  icon={fen >= 0 ? IconArrowDownLeft : IconArrowUpRight}
                  title={domain(`journalReason.${reason as JournalReason}`)}
                  detail={format.dateTime(Date.parse(at))}
                  aside={
                    <span className={classes.right}>
                      <b>{fen > 0 ? `+${format.money(fen)}` : format.money(fen)}</b>
                      <span>{t("statement.balance", { amount: format.money(balanceFen) })}</span>
                    </span>
                  }
                  href={orderId === null ? undefined : addressOf(`/jobs/${orderId}`)}
                />
              ))}
            </ListRows>
          </Panel>
          {query.hasNextPage && (
            <Button variant="default" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {t("hall.more")}
            </Button>
          )}
        </>
      )}
    </QueryView>
  );
}

const tones: Readonly<Record<WithdrawalView["state"], "neutral" | "accent" | "warn">> = {
  requested: "neutral",
  sent: "neutral",
  paid: "accent",
  failed: "warn",
};

function Withdrawals() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.wallet.withdrawals.infiniteQueryOptions({ limit: 10 }, next));
  const list = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.length === 0) return null;
  return (
    <Panel title={t("statement.withdrawals")} dense>
      <ListRows>
        {list.map(({ id, amountFen, arrivesFen, feeFen, state, requestedAt, account }) => (
          <ListRow
            key={id}
            title={t("statement.withdrawal", { amount: format.money(amountFen), arrives: format.money(arrivesFen), fee: format.money(feeFen) })}
            detail={[format.dateTime(Date.parse(requestedAt)), account?.institution].filter((part) => part !== undefined).join(" · ")}
            aside={<Chip tone={tones[state]}>{t(`statement.state.${state}`)}</Chip>}
          />
        ))}
      </ListRows>
    </Panel>
  );
}

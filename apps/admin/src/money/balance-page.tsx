import { useTRPC } from "@lingong/client/react";
import type { TrialBalance } from "@lingong/contracts";
import { CardSkeleton, Chip, FigureCard, Loading, Panel, QueryView, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconReceipt2, IconScale } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FigureRow } from "../components/figure-row.tsx";
import { AdminPage } from "../shell/admin-page.tsx";
import { sumOfKind } from "./balance.ts";
import { BalanceTable } from "./balance-table.tsx";
import classes from "./money.module.css";
import { MoneyTabs } from "./money-tabs.tsx";

/** The trial balance: what lies on each kind of account, added up from every transfer there ever was. */
export function BalancePage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const format = useFormat();
  const query = useQuery(trpc.admin.trialBalance.queryOptions());
  const balance = query.data;
  return (
    <AdminPage
      title={t("nav.money")}
      live
      mark={balance && <Verdict sumFen={balance.sumFen} />}
      note={balance && t("balance.of", { entries: format.count(balance.entries), transfers: format.count(balance.transfers) })}
    >
      <MoneyTabs />
      <QueryView query={query} skeleton={<BalanceSkeleton />}>
        {(loaded) => <Balance balance={loaded} />}
      </QueryView>
    </AdminPage>
  );
}

/** Whether the books add up to nothing, as they must. */
function Verdict({ sumFen }: { readonly sumFen: number }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  if (sumFen !== 0) {
    return (
      <Chip tone="warn" icon={IconAlertTriangle}>
        {t("balance.off", { money: format.money(sumFen) })}
      </Chip>
    );
  }
  return (
    <Chip tone="accent" icon={IconScale}>
      {t("balance.even")}
    </Chip>
  );
}

function Balance({ balance }: { readonly balance: TrialBalance }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const escrow = sumOfKind(balance.rows, "escrow");
  const wallets = sumOfKind(balance.rows, "worker");
  return (
    <>
      <FigureRow>
        <FigureCard label={t("balance.escrow")} value={format.money(escrow.fen)} note={t("balance.escrowNote", { count: escrow.accounts })} />
        <FigureCard label={t("balance.wallets")} value={format.money(wallets.fen)} note={t("balance.walletsNote", { count: wallets.accounts })} />
        <FigureCard
          label={t("balance.commission")}
          value={format.money(sumOfKind(balance.rows, "commission").fen)}
          note={t("balance.commissionNote")}
        />
        <FigureCard label={t("balance.received")} value={format.money(-sumOfKind(balance.rows, "gateway").fen)} note={t("balance.receivedNote")} />
      </FigureRow>
      <Panel
        flush
        title={t("balance.title")}
        aside={
          <Button component={Link} to="/money/journal" variant="subtle" size="compact-sm" leftSection={<IconReceipt2 size={16} aria-hidden />}>
            {t("nav.journal")}
          </Button>
        }
      >
        <BalanceTable balance={balance} />
      </Panel>
    </>
  );
}

function BalanceSkeleton() {
  return (
    <Loading>
      <FigureRow>
        {[0, 1, 2, 3].map((card) => (
          <CardSkeleton key={card} lines={3} />
        ))}
      </FigureRow>
      <div className={classes.below}>
        <CardSkeleton lines={9} />
      </div>
    </Loading>
  );
}

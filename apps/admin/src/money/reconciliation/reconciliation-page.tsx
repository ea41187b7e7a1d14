import { useTRPC } from "@lingong/client/react";
import type { ReconciliationsOutput } from "@lingong/contracts";
import { Panel, QueryView, StateView } from "@lingong/ui";
import { IconArrowsExchange, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../../shell/admin-page.tsx";
import { TableSkeleton } from "../../table/table-skeleton.tsx";
import classes from "../money.module.css";
import { MoneyTabs } from "../money-tabs.tsx";
import { DayTable } from "./day-table.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { ReconcileForm } from "./reconcile-form.tsx";

export interface ReconciliationPageProps {
  /** The day whose differences are shown; undefined: the newest. */
  readonly day: string | undefined;
}

/** The ledger beside the provider's own statement, day by day, and what differs. Nothing is put right here. */
export function ReconciliationPage({ day }: ReconciliationPageProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.finance.reconciliations.queryOptions());
  const empty = (
    <StateView icon={IconArrowsExchange} title={t("reconcile.none")}>
      {t("reconcile.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("finance.reconciliation")}>
      <MoneyTabs />
      {query.data && <ReconcileForm today={query.data.today} onDone={() => query.refetch()} />}
      <div className={classes.below}>
        <QueryView query={query} skeleton={<TableSkeleton rows={6} />} isEmpty={({ days }) => days.length === 0} empty={empty}>
          {(found) => <Days found={found} day={day} />}
        </QueryView>
      </div>
    </AdminPage>
  );
}

function Days({ found: { days }, day }: { readonly found: ReconciliationsOutput; readonly day: string | undefined }) {
  const { t } = useTranslation("admin");
  const chosen = days.find((one) => one.day === day) ?? days[0];
  return (
    <>
      <Panel flush title={t("reconcile.days")}>
        <DayTable days={days} chosen={chosen?.day ?? null} />
      </Panel>
      {chosen !== undefined && (
        <div className={classes.below}>
          <Panel flush title={t("reconcile.differences", { day: chosen.day })}>
            {chosen.differences.length === 0 ? (
              <div className={classes.even}>
                <IconCircleCheck size={24} aria-hidden />
                <span>
                  <b>{t("reconcile.noDifference")}</b>
                  {t("reconcile.noDifferenceBody")}
                </span>
              </div>
            ) : (
              <DifferenceTable differences={chosen.differences} />
            )}
          </Panel>
          <p className={classes.never}>{t("reconcile.neverFixed")}</p>
        </div>
      )}
    </>
  );
}

import { useTRPC } from "@lingong/client/react";
import type { FeeVersionsOutput } from "@lingong/contracts";
import { DAY, defaultPolicy, type FeePlanId, type FeePlans, feePlanIds, problemsOf, withPlans } from "@lingong/domain";
import { Chip, QueryView, useServerNow } from "@lingong/ui";
import { Button, SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { FeeTabs } from "./fee-tabs.tsx";
import classes from "./fees.module.css";
import { LabFilters, type LabPeriod } from "./lab-filters.tsx";
import { LabFigures, LabResults } from "./lab-results.tsx";
import { dayOf, startOf } from "./local-day.ts";
import { PlanEditor } from "./plan-editor.tsx";
import { RateChart } from "./rate-chart.tsx";
import { RuleChecks } from "./rule-checks.tsx";
import { SaveDraft } from "./save-draft.tsx";
import { TryOrder } from "./try-order.tsx";

const replayedDays = 90;
const settleMs = 400;

/** Draft rates over past orders: who would pay and earn what, before anything goes live. `versionId`: the draft to go on with. */
export function FeeLabPage({ versionId }: { readonly versionId: string | undefined }) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.policy.feeVersions.queryOptions());
  if (query.data === undefined) {
    return (
      <AdminPage title={t("fees.lab")}>
        <FeeTabs />
        <QueryView query={query} skeleton={<TableSkeleton rows={8} />}>
          {() => null}
        </QueryView>
      </AdminPage>
    );
  }
  return <Lab key={versionId ?? ""} found={query.data} versionId={versionId} />;
}

function Lab({ found: { inForce, versions }, versionId }: { readonly found: FeeVersionsOutput; readonly versionId: string | undefined }) {
  const { t } = useTranslation("admin");
  const opened = versions.find(({ id }) => id === versionId);
  const [id, setId] = useState(() => (opened?.actions.includes("save") ? opened.id : crypto.randomUUID()));
  const [plans, setPlans] = useState<FeePlans>(opened?.plans ?? inForce.plans);
  const [saved, setSaved] = useState<number | null>(null);
  const [plan, setPlan] = useState<FeePlanId>("life");
  const problems = problemsOf(plans, defaultPolicy);
  const lawful = problems.length === 0;
  const [current, draft] = [withPlans(defaultPolicy, inForce.plans), withPlans(defaultPolicy, plans)];
  const reset = () => {
    setId(crypto.randomUUID());
    setPlans(inForce.plans);
  };
  const actions = (
    <>
      <Button variant="default" onClick={reset}>
        {t("fees.reset")}
      </Button>
      <SaveDraft id={id} plans={plans} current={inForce.plans} lawful={lawful} onSaved={setSaved} />
    </>
  );
  const mark = saved === null ? undefined : <Chip tone="accent">{t("fees.saved", { number: saved })}</Chip>;
  return (
    <AdminPage title={t("fees.lab")} mark={mark} note={t("fees.compares", { version: inForce.version })} actions={actions}>
      <FeeTabs />
      <Replay
        plans={plans}
        lawful={lawful}
        side={
          <>
            <SegmentedControl
              fullWidth
              aria-label={t("fees.which")}
              data={feePlanIds.map((value) => ({ value, label: t(`fees.plan.${value}`) }))}
              value={plan}
              onChange={(next) => setPlan(next as FeePlanId)}
            />
            <PlanEditor id={plan} draft={plans} current={inForce.plans} problems={problems} onChange={setPlans} />
            <RuleChecks problems={problems} />
          </>
        }
        charts={
          lawful && (
            <div className={classes.charts}>
              <RateChart plan={plan} current={current} draft={draft} />
              <TryOrder plan={plan} current={current} draft={draft} />
            </div>
          )
        }
      />
    </AdminPage>
  );
}

interface ReplayProps {
  readonly plans: FeePlans;
  readonly lawful: boolean;
  readonly side: ReactNode;
  readonly charts: ReactNode;
}

/** The replay of a period beside what is edited; it follows the draft by itself. */
function Replay({ plans, lawful, side, charts }: ReplayProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const today = dayOf(useServerNow(DAY));
  const [period, setPeriod] = useState<LabPeriod>(() => ({
    from: dayOf(startOf(today) - replayedDays * DAY),
    to: today,
    cityId: null,
    categoryId: null,
  }));
  const [settled] = useDebouncedValue(plans, settleMs);
  const { from, to, cityId, categoryId } = period;
  const input = { plans: settled, from: new Date(startOf(from)).toISOString(), until: new Date(startOf(to) + DAY).toISOString(), cityId, categoryId };
  const enabled = lawful && problemsOf(settled, defaultPolicy).length === 0;
  const query = useQuery(trpc.policy.feeLab.queryOptions(input, { enabled, placeholderData: keepPreviousData, retry: false }));
  return (
    <div className={classes.lab}>
      <div className={classes.side}>
        <LabFilters period={period} today={today} onChange={setPeriod} />
        {side}
      </div>
      <div className={classes.main} aria-busy={query.isFetching}>
        {query.data && <LabFigures total={query.data.total} />}
        {charts}
        {lawful ? (
          <QueryView query={query} skeleton={<TableSkeleton rows={6} />}>
            {(lab) => <LabResults lab={lab} period={period} />}
          </QueryView>
        ) : (
          <p className={classes.warn}>{t("fees.fixFirst")}</p>
        )}
      </div>
    </div>
  );
}

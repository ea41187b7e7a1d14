import { useCity, useTRPC } from "@lingong/client/react";
import { DAY, type DispatchDraft, defaultPolicy, dispatchProblemsOf } from "@lingong/domain";
import { QueryView, useServerNow } from "@lingong/ui";
import { Button, SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import classes from "./dispatch.module.css";
import { DispatchTabs } from "./dispatch-tabs.tsx";
import { TrialResults } from "./trial-results.tsx";
import { WeightsEditor } from "./weights-editor.tsx";

const settleMs = 400;
const periods = ["1", "7", "14"] as const;

/** What other weights would have done with recorded rounds, before anybody is dispatched by them. */
export function TrialPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.dispatch.inForce.queryOptions(undefined, { retry: false }));
  return (
    <AdminPage title={t("dispatch.title")} note={query.data && t("dispatch.compares", { version: query.data.version })} city>
      <DispatchTabs />
      <QueryView query={query} skeleton={<TableSkeleton rows={8} />}>
        {({ draft }) => <Trial inForce={draft} />}
      </QueryView>
    </AdminPage>
  );
}

function Trial({ inForce }: { readonly inForce: DispatchDraft }) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { cityId } = useCity();
  const [draft, setDraft] = useState<DispatchDraft>(inForce);
  const [days, setDays] = useState<(typeof periods)[number]>("7");
  // A minute is near enough: the query must not change with every second.
  const until = useServerNow(DAY / 288);
  const [settled] = useDebouncedValue(draft, settleMs);
  const problems = dispatchProblemsOf(draft, defaultPolicy);
  const enabled = problems.length === 0 && dispatchProblemsOf(settled, defaultPolicy).length === 0;
  const to = Math.ceil(until / DAY) * DAY;
  const input = { draft: settled, cityId, from: new Date(to - Number(days) * DAY).toISOString(), until: new Date(to).toISOString() };
  const query = useQuery(trpc.dispatch.trial.queryOptions(input, { enabled, placeholderData: keepPreviousData, retry: false, staleTime: 60_000 }));
  return (
    <div className={classes.lab}>
      <div className={classes.stack}>
        <SegmentedControl<(typeof periods)[number]>
          fullWidth
          aria-label={t("dispatch.period")}
          value={days}
          onChange={setDays}
          data={periods.map((value) => ({ value, label: t("dispatch.lastDays", { count: Number(value) }) }))}
        />
        <WeightsEditor draft={draft} inForce={inForce} problems={problems} onChange={setDraft} />
        <Button variant="default" onClick={() => setDraft(inForce)}>
          {t("dispatch.reset")}
        </Button>
      </div>
      <div className={classes.stack} aria-busy={query.isFetching}>
        {problems.length > 0 ? (
          <p className={classes.warn}>{t("dispatch.fixFirst")}</p>
        ) : (
          <QueryView query={query} skeleton={<TableSkeleton rows={8} />}>
            {(trial) => <TrialResults trial={trial} />}
          </QueryView>
        )}
      </div>
    </div>
  );
}

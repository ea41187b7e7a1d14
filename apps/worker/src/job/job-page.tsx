import { MINUTE } from "@lingong/domain";
import { ErrorAlert, knownErrorOf, ListSkeleton, QueryView, Steps, useFormat, useServerNow, ZoneProvider } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Screen } from "../shell/screen.tsx";
import { JobBody } from "./job-body.tsx";
import { useJobTitle } from "./job-title.ts";
import { HelpButton } from "./sheets/help-sheet.tsx";
import type { ShownSteps } from "./steps/shown-steps.ts";
import { type Job, useJob } from "./use-job.ts";
import { useJobBar } from "./use-job-bar.tsx";

/** One job, step by step: what is now, what is next, and what happens otherwise. */
export function JobPage({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("worker");
  const { query, job } = useJob(orderId);
  if (job !== null) return <LoadedJob job={job} />;
  return (
    <Screen title={t("job.title")} backTo="/">
      <QueryView query={query} skeleton={<ListSkeleton count={3} lines={4} />}>
        {() => null}
      </QueryView>
    </Screen>
  );
}

function LoadedJob({ job }: { readonly job: Job }) {
  const { title, subtitle } = useJobTitle(job.order);
  const bar = useJobBar(job);
  return (
    <Screen
      title={title}
      subtitle={subtitle}
      backTo="/"
      width="wide"
      aside={<HelpButton job={job} />}
      lead={calledOff(job.steps) ? undefined : <JobSteps steps={job.steps} zone={job.order.zone} />}
      actions={bar.actions}
    >
      <ZoneProvider zone={job.order.zone}>
        {job.error !== null && <ErrorAlert {...knownErrorOf(job.error)} />}
        <JobBody job={job} />
        {bar.helpers}
      </ZoneProvider>
    </Screen>
  );
}

/** Over before it was done: steps that nobody took are not shown as taken. */
function calledOff({ ended, at }: ShownSteps): boolean {
  return ended && (at.finish === undefined || at.finish.expected);
}

function JobSteps({ steps, zone }: { readonly steps: ShownSteps; readonly zone: string }) {
  const { t } = useTranslation("worker");
  const format = useFormat(zone);
  const now = useServerNow(MINUTE);
  return (
    <Steps
      centred
      label={t("job.steps")}
      current={steps.ended ? steps.keys.length : steps.current}
      steps={steps.keys.map((key) => {
        const at = steps.at[key];
        const time = at === undefined || at.expected ? undefined : format.shortMoment(Date.parse(at.at), now);
        return { key, label: t(`job.step.${key}`), ...(time === undefined ? {} : { time }) };
      })}
    />
  );
}

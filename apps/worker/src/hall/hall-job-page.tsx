import { refusalOf } from "@lingong/client";
import { useTRPC } from "@lingong/client/react";
import type { JobView } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, ListSkeleton, QueryView, StateView, useFormat, useServerNow, useText, ZoneProvider } from "@lingong/ui";
import { IconBell, IconShieldCheck, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { JobCard } from "../offer/job-card.tsx";
import { CustomerCard, ScopeCard, Warnings } from "../offer/job-facts.tsx";
import { JobMap } from "../offer/job-map.tsx";
import { useWhen } from "../offer/job-when.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import classes from "./hall.module.css";
import { NearbyJobs } from "./nearby-jobs.tsx";
import { useTake } from "./use-take.ts";

const gone: ReadonlySet<string> = new Set(["not_found", "wrong_state"]);

/** One order of the hall, as far as it may be known before it is taken; or that somebody was faster. */
export function HallJobPage({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const job = useQuery(trpc.hall.get.queryOptions({ orderId }));
  const taking = useTake(job.data);
  const text = useText();
  const format = useFormat(job.data?.zone);
  if (taking.tooLate || gone.has(refusalOf(job.error)?.code ?? "")) return <TakenByAnother orderId={orderId} job={job.data} />;
  return (
    <Screen
      title={job.data === undefined ? t("hall.title") : text(job.data.category.name)}
      backTo="/hall"
      width="wide"
      actions={
        job.data === undefined
          ? undefined
          : {
              scale: "job",
              consequence: t("hall.takeConsequence"),
              primary: {
                label: t("hall.takeNet", { amount: format.money(job.data.split.workerNetFen) }),
                onClick: taking.take,
                loading: taking.taking,
              },
            }
      }
    >
      <QueryView query={job} skeleton={<ListSkeleton count={3} lines={4} />}>
        {(data) => (
          <ZoneProvider zone={data.zone}>
            <div className={classes.jobMap}>
              <JobMap job={data} />
            </div>
            <Columns
              even
              main={
                <>
                  <JobCard job={data} />
                  <Warnings job={data} />
                  {taking.error !== null && <ErrorAlert {...knownErrorOf(taking.error)} />}
                  <CustomerCard job={data} />
                </>
              }
              side={<ScopeCard job={data} />}
            />
          </ZoneProvider>
        )}
      </QueryView>
    </Screen>
  );
}

/** Too late: said plainly, nothing is lost, and what else is there. */
function TakenByAnother({ orderId, job }: { readonly orderId: string; readonly job: JobView | undefined }) {
  const { t } = useTranslation("worker");
  const navigate = useNavigate();
  return (
    <Screen
      title={t("hall.title")}
      subtitle={t("hall.refreshed")}
      backTo="/hall"
      actions={{ primary: { label: t("hall.seeAll"), onClick: () => void navigate({ to: "/hall", replace: true }) } }}
    >
      <StateView
        icon={IconUsers}
        tone="neutral"
        title={t("hall.takenTitle")}
        safe={[
          { key: "free", icon: IconShieldCheck, children: t("offer.timeFree") },
          { key: "again", icon: IconBell, children: t("offer.askedAgain") },
        ]}
      >
        {job === undefined ? t("hall.takenBody") : <TakenWhat job={job} />}
      </StateView>
      <NearbyJobs except={orderId} />
    </Screen>
  );
}

function TakenWhat({ job }: { readonly job: JobView }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat(job.zone);
  const { day, range } = useWhen(job);
  const now = useServerNow();
  return t("hall.takenWhat", { what: text(job.category.name), when: `${day} ${range}`, at: format.timeSeconds(now) });
}

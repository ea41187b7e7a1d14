import type { OrderView } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, ListSkeleton, MoneyList, Panel, Price, QueryView, useFormat, ZoneProvider } from "@lingong/ui";
import { Checkbox } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { useJobTitle } from "./job-title.ts";
import panelClasses from "./panels/panels.module.css";
import { PhotosPanel } from "./panels/photos-panel.tsx";
import { useConsequence } from "./use-consequence.ts";
import { actionOf, type Job, useJob } from "./use-job.ts";

/** The end of the work: photos of the same places, which paid items were done, the bill, and one button. */
export function FinishPage({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("worker");
  const { query, job } = useJob(orderId);
  if (job !== null) return <Finish job={job} />;
  return (
    <Screen title={t("finish.title")} backTo="/">
      <QueryView query={query} skeleton={<ListSkeleton count={2} lines={4} />}>
        {() => null}
      </QueryView>
    </Screen>
  );
}

function Finish({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat(job.order.zone);
  const navigate = useNavigate();
  const consequenceOf = useConsequence(job);
  const { title } = useJobTitle(job.order);
  const { order } = job;
  const items = paidItems(order);
  const [done, setDone] = useState<readonly string[]>(() => items.map(({ id }) => id));
  const action = actionOf(job, "finish");
  const toJob = () => navigate({ to: "/jobs/$orderId", params: { orderId: order.id }, replace: true });
  const finish = async () => {
    // Refused: said on this page, nothing is lost.
    const sent = await job.perform({ type: "finish", reason: "done", doneAddOnIds: [...done] }).then(
      () => true,
      () => false,
    );
    if (sent) await toJob();
  };
  return (
    <Screen
      title={t("finish.title")}
      subtitle={title}
      backTo="/"
      width="wide"
      actions={
        action === null
          ? { primary: { label: t("finish.back"), onClick: () => void toJob() } }
          : {
              scale: "job",
              consequence: consequenceOf({ ...action, command: "finish" }),
              primary: {
                label: order.bill === null ? t("job.do.finish") : t("finish.finish", { amount: format.money(order.bill.workerNetFen) }),
                loading: job.performing === "finish",
                onClick: () => void finish(),
              },
            }
      }
    >
      <ZoneProvider zone={order.zone}>
        {job.error !== null && <ErrorAlert {...knownErrorOf(job.error)} />}
        <Columns
          main={<PhotosPanel order={order} purpose="after" />}
          side={
            <>
              {items.length > 0 && <ItemsDone items={items} done={done} onChange={setDone} />}
              <BillNow order={order} />
            </>
          }
        />
      </ZoneProvider>
    </Screen>
  );
}

type AddOn = OrderView["addOns"][number];

/** Extra items that were paid for: each is done, or goes back to the customer. */
function paidItems(order: OrderView): readonly AddOn[] {
  return order.addOns.filter(({ awaits }) => awaits === "finish");
}

interface ItemsDoneProps {
  readonly items: readonly AddOn[];
  readonly done: readonly string[];
  readonly onChange: (done: readonly string[]) => void;
}

function ItemsDone({ items, done, onChange }: ItemsDoneProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  return (
    <Panel title={t("finish.items")} aside={t("finish.itemsAside")}>
      {items.map(({ id, title, fen }) => (
        <Checkbox
          key={id}
          size="lg"
          py={8}
          label={`${title} ${format.money(fen)}`}
          checked={done.includes(id)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...done, id] : done.filter((other) => other !== id))}
        />
      ))}
    </Panel>
  );
}

/** What finishing now bills, by the very function that will charge. */
function BillNow({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const { bill } = order;
  if (bill === null) {
    return (
      <Panel>
        <p className={panelClasses.second}>{t("finish.noBill")}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={t("finish.bill")}
      aside={t("bill.minutes", { worked: format.duration(bill.workedMinutes), billed: format.duration(bill.billedMinutes) })}
    >
      <Price fen={bill.workerNetFen} size={32} label={t("money.you")} />
      <MoneyList
        lines={[
          ...bill.lines.map((line, index) => ({ key: `${line.kind}-${index}`, label: line.title ?? domain(`billLine.${line.kind}`), fen: line.fen })),
          {
            key: "platform",
            label: t("bill.platform", { rate: format.rate(bill.commissionRate) }),
            fen: -bill.commissionFen,
            tone: "quiet" as const,
          },
        ]}
      />
    </Panel>
  );
}

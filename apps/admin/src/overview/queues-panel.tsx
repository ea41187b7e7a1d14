import type { Overview } from "@lingong/contracts";
import { AppLink, formatCount, Panel, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import classes from "./panels.module.css";
import { queueClock } from "./queue-clock.ts";

type Queue = Overview["queues"][number];

const pages: Readonly<Partial<Record<Queue["queue"], string>>> = {
  verifications: "/queues/verifications",
  disputes: "/queues/disputes",
  claims: "/queues/claims",
  overdue: "/queues/overdue",
  payouts: "/money/journal?reason=withdrawal",
};

/** How many wait in each queue, and how much of its time the oldest has used. */
export function QueuesPanel({ queues }: { readonly queues: readonly Queue[] }) {
  const { t } = useTranslation("admin");
  return (
    <Panel title={t("queues.title")} aside={t("queues.about")}>
      <ul className={classes.queues}>
        {queues.map((queue) => (
          <QueueRow key={queue.queue} queue={queue} />
        ))}
      </ul>
    </Panel>
  );
}

function QueueRow({ queue }: { readonly queue: Queue }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  const { used, late, left } = queueClock(queue, now);
  const page = pages[queue.queue];
  const text =
    left === null ? t("queues.empty") : late ? t("queues.late", { time: format.lasted(-left) }) : t("queues.left", { time: format.lasted(left) });
  const name = t(`queues.${queue.queue}`);
  return (
    <li className={classes.queue} data-late={late ? true : undefined}>
      {page === undefined ? (
        <span>{name}</span>
      ) : (
        <AppLink href={addressOf(page)} className={classes.queueName}>
          {name}
        </AppLink>
      )}
      <b>{formatCount(queue.length)}</b>
      <span className={classes.track} aria-hidden="true">
        <span style={{ width: `${used * 100}%` }} />
      </span>
      <span className={classes.left}>{text}</span>
    </li>
  );
}

import { type FeedRow, sessions } from "@lingong/db";
import { reconcileYesterday } from "../finance/reconcile.ts";
import type { Services } from "../kernel/context.ts";
import { ring } from "../notifications/push.ts";
import { handleOpenPaymentEvents } from "../payments/events.ts";
import { listForgottenIntents, runIntent } from "../payments/intents.ts";
import { askAround } from "../quotes/ask-around.ts";
import { checkIdentity } from "../workers/verify.ts";
import { refreshStatistics } from "./statistics.ts";
import { sweep } from "./sweep.ts";

/** A call to the outside, or work for later. The key is also the job's: one at a time, repeats merge. */
export interface Job {
  readonly task: JobName;
  readonly payload: JobPayload;
  readonly key: string;
}

export type JobName = "intent" | "identity" | "push" | "quotes";
export interface JobPayload {
  readonly id: string;
  readonly userId?: string;
  readonly kind?: string;
}

/** What each job does. Every one may be repeated; one that throws is tried again later. */
export const jobs: Record<JobName, (services: Services, payload: JobPayload) => Promise<void>> = {
  intent: (services, { id }) => runIntent(services, id),
  identity: (services, { id }) => checkIdentity(services, id),
  quotes: (services, { id }) => askAround(services, id),
  push: async (services, { id, userId, kind }) => {
    if (userId !== undefined) await ring(services, { userId, kind: kind === "offer" ? "offer" : "notice", id });
  },
};

const userRoom = /^user:(.+)$/;

/** The job a row of the feed asks for, added before the row is noted as emitted; null: none. */
export function jobForRow({ push }: Pick<Services, "push">, { position, kind, subjectId, rooms, data }: FeedRow): Job | null {
  switch (kind) {
    case "intent":
      return { task: "intent", payload: { id: subjectId }, key: `intent:${subjectId}` };
    case "verification":
      return data?.state === "pending" ? { task: "identity", payload: { id: subjectId }, key: `identity:${subjectId}` } : null;
    case "order":
      return data?.state === "quoting" ? { task: "quotes", payload: { id: subjectId }, key: `quotes:${subjectId}` } : null;
    case "notice":
    case "offer": {
      const userId = userRoom.exec(rooms[0] ?? "")?.[1];
      if (push.publicKey === null || userId === undefined || (kind === "offer" && data?.state !== "open")) return null;
      return { task: "push", payload: { id: subjectId, userId, kind }, key: `push:${position}` };
    }
    default:
      return null;
  }
}

/** Work by the clock on the wall, in cron's words. Each may run on any server, and twice. */
export const crontab: readonly { readonly name: string; readonly cron: string; readonly run: (services: Services) => Promise<unknown> }[] = [
  { name: "open-payment-events", cron: "* * * * *", run: (services) => handleOpenPaymentEvents(services) },
  { name: "sessions-seen", cron: "* * * * *", run: ({ db, sessions: cache }) => sessions.touch(db, cache.takeSeen()) },
  { name: "forgotten-intents", cron: "* * * * *", run: runForgottenIntents },
  { name: "statistics", cron: "*/10 * * * *", run: refreshStatistics },
  // Half past one at night in Shanghai: the provider has closed its day.
  { name: "reconciliation", cron: "30 17 * * *", run: reconcileYesterday },
  { name: "sweep", cron: "17 * * * *", run: sweep },
];

const forgottenAfter = 2 * 60 * 1_000;

async function runForgottenIntents(services: Services): Promise<void> {
  for (const key of await listForgottenIntents(services, forgottenAfter)) await runIntent(services, key);
}

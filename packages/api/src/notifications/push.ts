import type { SubscribePushInput } from "@lingong/contracts";
import { offers, pushSubscriptions, users } from "@lingong/db";
import { SECOND } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import type { PushMessage } from "../ports/index.ts";

/** Phones of one person that are rung; the newest count. */
const phonesAtMost = 5;
/** How long a push service keeps a notice for a phone without a network. */
const noticeSeconds = 4 * 60 * 60;

/** Rings this browser from now on, while its session lasts. */
export async function subscribePush({ services, session }: Signed, { endpoint, keys }: SubscribePushInput): Promise<void> {
  if (services.push.publicKey === null) fail("unavailable");
  if (!services.push.accepts(endpoint)) fail("invalid_input", {}, "endpoint");
  await pushSubscriptions.save(services.db, { endpoint, keys }, { userId: session.userId, sessionId: session.sessionId, now: services.clock.now() });
}

interface Ring {
  readonly userId: string;
  readonly kind: PushMessage["kind"];
  readonly id: string;
}

/** Seconds a message is worth sending; null: it is about an offer that has been answered or has run out meanwhile. */
async function worthSeconds({ db, clock }: Services, { kind, id }: Ring): Promise<number | null> {
  if (kind === "notice") return noticeSeconds;
  const offer = await offers.findById(db, id);
  if (offer === null || offer.state !== "open") return null;
  const left = Math.ceil((offer.expiresAt - clock.now()) / SECOND);
  return left > 0 ? left : null;
}

/**
 * Rings the phones of a worker whose app is closed. One that fails does not keep the others waiting; the job is tried again
 * only when none could be reached.
 */
export async function ring(services: Services, wanted: Ring): Promise<void> {
  const { db, push, clock } = services;
  const phones = await pushSubscriptions.list(db, { userId: wanted.userId, app: "worker", now: clock.now(), limit: phonesAtMost });
  if (phones.length === 0) return;
  const ttl = await worthSeconds(services, wanted);
  if (ttl === null) return;
  const locale = (await users.findById(db, wanted.userId))?.locale ?? "zh-CN";
  const sent = await Promise.allSettled(
    phones.map(async (phone) => {
      if ((await push.push(phone, { kind: wanted.kind, id: wanted.id, locale }, ttl)) === "gone") await pushSubscriptions.remove(db, phone.endpoint);
    }),
  );
  const failed = sent.find((each) => each.status === "rejected");
  if (failed !== undefined && sent.every(({ status }) => status === "rejected")) throw failed.reason;
}

import type { CalendarFeedView, RenewCalendarFeedInput } from "@lingong/contracts";
import { type CalendarFeed, calendarFeeds, users, workers } from "@lingong/db";
import { DAY, type Policy } from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { tokenHash } from "../accounts/token.ts";
import { knownCategory, knownCity } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { openSealedAddress } from "../orders/address.ts";
import { seesExactAddress } from "../orders/view/address.ts";
import { policyOf } from "../policy/policies.ts";
import { calendarText, type FeedEvent } from "./feed-text.ts";
import { loadVisits, type Visit } from "./visits.ts";

/** What a calendar holds: what was, for looking it up, and all that is booked. */
const kept = { back: 30 * DAY, ahead: 92 * DAY } as const;

function viewOf(feed: CalendarFeed | null, address: string | null): CalendarFeedView {
  return { active: feed !== null, address, createdAt: iso(feed?.createdAt ?? null), readAt: iso(feed?.readAt ?? null) };
}

export async function loadFeed({ services, session }: Signed): Promise<CalendarFeedView> {
  return viewOf(await calendarFeeds.findByWorker(services.db, session.userId), null);
}

function hashOf(token: string): Uint8Array | null {
  const hash = tokenHash(token);
  return hash === null ? null : Buffer.from(hash, "hex");
}

/**
 * A new secret address, told this once; the one before is dead. The secret follows from the person and the tap, so that a
 * repeat of the same tap tells the same address.
 */
export async function renewFeed({ services, session }: Signed, { idempotencyKey }: RenewCalendarFeedInput): Promise<CalendarFeedView> {
  const token = Buffer.from(services.secrets.keyedHash("calendar-feed", `${session.userId} ${idempotencyKey}`)).toString("base64url");
  const [hash, now] = [found(hashOf(token)), services.clock.now()];
  const known = await calendarFeeds.findByHash(services.db, hash);
  if (known === null) await calendarFeeds.renew(services.db, { workerId: session.userId, tokenHash: hash, now });
  const feed = await calendarFeeds.findByWorker(services.db, session.userId);
  return viewOf(feed, `${services.publicUrl}/calendar/${token}.ics`);
}

/** The address stops answering; saying it again changes nothing. */
export async function removeFeed({ services, session }: Signed): Promise<CalendarFeedView> {
  await calendarFeeds.remove(services.db, session.userId);
  return viewOf(null, null);
}

const words = {
  zh: {
    calendar: "零工日程",
    remote: "线上",
    note: (who: string) => `客户：${who}。变动以应用里的为准：`,
    team: (who: string) => `${who}派您去。变动以应用里的为准：`,
  },
  en: {
    calendar: "Lingong orders",
    remote: "Remote",
    note: (who: string) => `Customer: ${who}. The app has the last word:`,
    team: (who: string) => `${who} sends you. The app has the last word:`,
  },
} as const;

async function eventOf(services: Services, visit: Visit, reader: { id: string; language: "zh" | "en"; policy: Policy }): Promise<FeedEvent> {
  const { order } = visit;
  const sees = seesExactAddress(order, reader.id, services.clock.now(), reader.policy);
  const personId = visit.crew ? (order.assignment?.workerId ?? "") : order.customerId;
  const [person, address] = await Promise.all([users.findById(services.db, personId), sees ? openSealedAddress(services, order) : null]);
  const text = words[reader.language];
  const category = knownCategory(order.terms.categoryId).name[reader.language];
  const district = order.terms.place?.district ?? text.remote;
  const url = `${services.publicUrl}/worker/${visit.crew ? "schedule" : `jobs/${order.id}`}`;
  const note = visit.crew ? text.team(person?.displayName ?? "") : text.note(person === null ? "" : publicName(person, reader.language));
  return {
    orderId: order.id,
    version: order.version,
    from: visit.from,
    to: visit.to,
    title: `${category} · ${address?.district ?? district}`,
    place: address === null ? district : `${address.district} ${address.line}`,
    note: `${note}\n${url}`,
    url,
  };
}

/** The calendar behind a secret address, as text; null: no such address, or nobody who may still read it. */
export async function readCalendarFeed(services: Services, token: string): Promise<string | null> {
  const hash = hashOf(token);
  const now = services.clock.now();
  const workerId = hash === null ? null : await calendarFeeds.findByHash(services.db, hash);
  if (workerId === null) return null;
  const [user, worker, { policy }] = await Promise.all([
    users.findById(services.db, workerId),
    workers.findById(services.db, workerId),
    policyOf(services, null),
  ]);
  if (user === null || worker === null || user.status !== "active") return null;
  await calendarFeeds.noteRead(services.db, workerId, now);
  const language = user.locale === "en" ? "en" : "zh";
  const visits = await loadVisits(services, workerId, { from: now - kept.back, to: now + kept.ahead });
  const events = await Promise.all(visits.map((visit) => eventOf(services, visit, { id: workerId, language, policy })));
  return calendarText(events, { name: words[language].calendar, zone: knownCity(worker.cityId).zone, now });
}

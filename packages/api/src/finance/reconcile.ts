import { type Database, type Reconciliation, reconciliations, statements } from "@lingong/db";
import { DAY, type Instant, type Interval } from "@lingong/domain";
import { localDayAt } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";

/** The platform's books are kept by the days of this zone. */
const zone = "Asia/Shanghai";
/** So far back the statements are read when none ever was, and so many days at a time. */
const firstDays = 7;
const mostDays = 40;

/** The calendar day of the platform's books. */
export function bookDay(at: Instant): string {
  return localDayAt(at, zone);
}

function intervalOf(day: string): Interval {
  const date = Temporal.PlainDate.from(day);
  const start = (one: Temporal.PlainDate) => one.toZonedDateTime(zone).epochMilliseconds;
  return { from: start(date), to: start(date.add({ days: 1 })) };
}

/** The provider's days that may have gained lines: from the first that was not read whole to its present one. */
async function daysToRead({ db, payment, clock }: Services): Promise<string[]> {
  const today = Temporal.PlainDate.from(payment.statementDay(clock.now()));
  const last = await statements.findLastComplete(db, payment.name);
  const wanted = last === null ? today.subtract({ days: firstDays - 1 }) : Temporal.PlainDate.from(last).add({ days: 1 });
  const first = Temporal.PlainDate.compare(wanted, today.subtract({ days: mostDays - 1 })) < 0 ? today.subtract({ days: mostDays - 1 }) : wanted;
  const count = Math.max(0, first.until(today).days + 1);
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}

/**
 * Reads what the provider's own books have gained, day by day, and keeps it. Answers the days read; null: the provider
 * gives programs no statement. @throws when it does not answer.
 */
export async function readStatements(services: Services): Promise<readonly string[] | null> {
  const { db, payment, clock } = services;
  const days = await daysToRead(services);
  for (const day of days) {
    const statement = await payment.statement(day);
    if (statement === null) return null;
    await statements.saveDay(db, { provider: payment.name, day, complete: statement.complete, lines: statement.lines, readAt: clock.now() });
  }
  return days;
}

/** Holds one day, as its statement was read, against the ledger, and keeps what was found. Nothing is put right. */
export async function reconcileDay(
  services: Services,
  db: Database,
  asked: { readonly day: string; readonly byId: string | null },
): Promise<Reconciliation> {
  const { payment, clock, logger } = services;
  const { day, byId } = asked;
  const comparison = await reconciliations.compare(db, { provider: payment.name, day, ...intervalOf(day) });
  const complete = await statements.isComplete(db, payment.name, day);
  const found = { provider: payment.name, day, at: clock.now(), byId, complete, ...comparison };
  await reconciliations.insert(db, found);
  if (found.differing > 0) logger.warn({ day, differing: found.differing }, "the payment provider's statement and the ledger differ");
  return found;
}

/** The daily job: yesterday by our calendar, and every day of the provider's that has gained lines and is over. */
export async function reconcileYesterday(services: Services): Promise<void> {
  const read = await readStatements(services);
  if (read === null) return;
  const { payment, clock } = services;
  const running = new Set([bookDay(clock.now()), payment.statementDay(clock.now())]);
  const over = read.filter((day) => !running.has(day));
  for (const day of new Set([...over, bookDay(clock.now() - DAY)])) await reconcileDay(services, services.db, { day, byId: null });
}

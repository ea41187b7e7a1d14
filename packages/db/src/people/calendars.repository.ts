import type { Interval, Qualification } from "@lingong/domain";
import type { Database, Transaction } from "../database.ts";

/** Working hours of a local week day (1 = Monday), in minutes after midnight. */
export interface WeeklyHours {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

export async function listHours(db: Database, workerId: string): Promise<WeeklyHours[]> {
  const rows = await db.selectFrom("worker_hours").selectAll().where("worker_id", "=", workerId).orderBy("weekday").orderBy("from_minute").execute();
  return rows.map(({ weekday, from_minute, to_minute }) => ({ weekday, fromMinute: from_minute, toMinute: to_minute }));
}

/** Every worker's hours of a city, by worker. */
export async function listHoursOfCity(db: Database, cityId: string): Promise<Map<string, WeeklyHours[]>> {
  const rows = await db
    .selectFrom("worker_hours")
    .innerJoin("workers", "workers.id", "worker_hours.worker_id")
    .select(["worker_id", "weekday", "from_minute", "to_minute"])
    .where("workers.city_id", "=", cityId)
    .execute();
  const byWorker = new Map<string, WeeklyHours[]>();
  for (const { worker_id, weekday, from_minute, to_minute } of rows) {
    const hours = byWorker.get(worker_id) ?? [];
    hours.push({ weekday, fromMinute: from_minute, toMinute: to_minute });
    byWorker.set(worker_id, hours);
  }
  return byWorker;
}

/** Bumps the calendar version, so that a decision made on the calendar before is made again. */
async function calendarChanged(transaction: Transaction, workerId: string): Promise<void> {
  await transaction
    .updateTable("workers")
    .set(({ eb, ref }) => ({ calendar_version: eb(ref("calendar_version"), "+", 1) }))
    .where("id", "=", workerId)
    .execute();
}

export async function replaceHours(transaction: Transaction, workerId: string, hours: readonly WeeklyHours[]): Promise<void> {
  await calendarChanged(transaction, workerId);
  await transaction.deleteFrom("worker_hours").where("worker_id", "=", workerId).execute();
  if (hours.length === 0) return;
  await transaction
    .insertInto("worker_hours")
    .values(hours.map(({ weekday, fromMinute, toMinute }) => ({ worker_id: workerId, weekday, from_minute: fromMinute, to_minute: toMinute })))
    .execute();
}

/** Hours of one local date in place of the week's; none: a day off. */
export interface DayHours {
  readonly day: string;
  readonly ranges: readonly { readonly fromMinute: number; readonly toMinute: number }[];
}

/** A worker's dates with other hours from a day (`2026-03-17`) on, in order. */
export async function listDayHours(db: Database, workerId: string, fromDay: string): Promise<DayHours[]> {
  const rows = await db
    .selectFrom("worker_day_hours")
    .select(["day", "ranges"])
    .where("worker_id", "=", workerId)
    .where("day", ">=", fromDay)
    .orderBy("day")
    .execute();
  return rows.map(({ day, ranges }) => ({ day, ranges: ranges as unknown as DayHours["ranges"] }));
}

/** The same of a whole city, by worker. */
export async function listDayHoursOfCity(db: Database, cityId: string, fromDay: string): Promise<Map<string, DayHours[]>> {
  const rows = await db
    .selectFrom("worker_day_hours")
    .innerJoin("workers", "workers.id", "worker_day_hours.worker_id")
    .select(["worker_id", "day", "ranges"])
    .where("workers.city_id", "=", cityId)
    .where("day", ">=", fromDay)
    .orderBy("day")
    .execute();
  const byWorker = new Map<string, DayHours[]>();
  for (const { worker_id, day, ranges } of rows)
    byWorker.set(worker_id, [...(byWorker.get(worker_id) ?? []), { day, ranges: ranges as unknown as DayHours["ranges"] }]);
  return byWorker;
}

/** Sets the hours of one date. */
export async function setDayHours(transaction: Transaction, hours: DayHours & { readonly workerId: string }): Promise<void> {
  await calendarChanged(transaction, hours.workerId);
  const ranges = JSON.stringify(hours.ranges);
  await transaction
    .insertInto("worker_day_hours")
    .values({ worker_id: hours.workerId, day: hours.day, ranges })
    .onConflict((conflict) => conflict.columns(["worker_id", "day"]).doUpdateSet({ ranges }))
    .execute();
}

/** The date is as its week day again; false: it was. */
export async function clearDayHours(transaction: Transaction, which: { workerId: string; day: string }): Promise<boolean> {
  await calendarChanged(transaction, which.workerId);
  const answer = await transaction
    .deleteFrom("worker_day_hours")
    .where("worker_id", "=", which.workerId)
    .where("day", "=", which.day)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}

export interface RestBlock extends Interval {
  readonly id: string;
}

/** A worker's rest blocks that end after an instant, in order. */
export async function listRestBlocks(db: Database, workerId: string, endingAfter: number): Promise<RestBlock[]> {
  const rows = await db
    .selectFrom("rest_blocks")
    .select(["id", "from_at", "to_at"])
    .where("worker_id", "=", workerId)
    .where("to_at", ">", endingAfter)
    .orderBy("from_at")
    .execute();
  return rows.map(({ id, from_at, to_at }) => ({ id, from: from_at, to: to_at }));
}

/** Every worker's rest blocks of a city that end after an instant, by worker. */
export async function listRestBlocksOfCity(db: Database, cityId: string, endingAfter: number): Promise<Map<string, Interval[]>> {
  const rows = await db
    .selectFrom("rest_blocks")
    .innerJoin("workers", "workers.id", "rest_blocks.worker_id")
    .select(["worker_id", "from_at", "to_at"])
    .where("workers.city_id", "=", cityId)
    .where("to_at", ">", endingAfter)
    .execute();
  const byWorker = new Map<string, Interval[]>();
  for (const { worker_id, from_at, to_at } of rows) byWorker.set(worker_id, [...(byWorker.get(worker_id) ?? []), { from: from_at, to: to_at }]);
  return byWorker;
}

/** Adds a rest block; the same id again changes nothing. */
export async function addRestBlock(transaction: Transaction, block: RestBlock & { readonly workerId: string }): Promise<void> {
  await calendarChanged(transaction, block.workerId);
  await transaction
    .insertInto("rest_blocks")
    .values({ id: block.id, worker_id: block.workerId, from_at: block.from, to_at: block.to })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Removes a worker's own rest block; false when it is not there. */
export async function removeRestBlock(transaction: Transaction, which: { id: string; workerId: string }): Promise<boolean> {
  await calendarChanged(transaction, which.workerId);
  const answer = await transaction.deleteFrom("rest_blocks").where("id", "=", which.id).where("worker_id", "=", which.workerId).executeTakeFirst();
  return answer.numDeletedRows > 0n;
}

export async function listQualifications(db: Database, workerId: string): Promise<Qualification[]> {
  const rows = await db.selectFrom("qualifications").selectAll().where("worker_id", "=", workerId).orderBy("category_id").execute();
  return rows.map(({ category_id, certified, proof_of_work, valid_until }) => ({
    categoryId: category_id,
    certified,
    proofOfWork: proof_of_work,
    validUntil: valid_until,
  }));
}

/** Sets the categories a worker offers; certificates of those kept are kept. */
export async function setCategories(
  transaction: Transaction,
  wish: { workerId: string; categoryIds: readonly string[]; now: number },
): Promise<void> {
  const { workerId, categoryIds, now } = wish;
  await transaction
    .deleteFrom("qualifications")
    .where("worker_id", "=", workerId)
    .$if(categoryIds.length > 0, (query) => query.where("category_id", "not in", [...categoryIds]))
    .execute();
  if (categoryIds.length === 0) return;
  await transaction
    .insertInto("qualifications")
    .values(categoryIds.map((categoryId) => ({ worker_id: workerId, category_id: categoryId, updated_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Records a certificate or a proof of work in a category. */
export async function saveQualification(
  db: Database,
  qualification: Qualification & { readonly workerId: string; readonly documentPhotoId?: string | null; readonly now: number },
): Promise<void> {
  const values = {
    certified: qualification.certified,
    proof_of_work: qualification.proofOfWork,
    valid_until: qualification.validUntil,
    document_photo_id: qualification.documentPhotoId ?? null,
    updated_at: qualification.now,
  };
  await db
    .insertInto("qualifications")
    .values({ worker_id: qualification.workerId, category_id: qualification.categoryId, ...values })
    .onConflict((conflict) => conflict.columns(["worker_id", "category_id"]).doUpdateSet(values))
    .execute();
}

/** Blocks a person for another, or lifts it. */
export async function setBlocked(db: Database, wish: { blockerId: string; blockedId: string; blocked: boolean; now: number }): Promise<void> {
  if (wish.blocked) {
    await db
      .insertInto("blocks")
      .values({ blocker_id: wish.blockerId, blocked_id: wish.blockedId, created_at: wish.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await db.deleteFrom("blocks").where("blocker_id", "=", wish.blockerId).where("blocked_id", "=", wish.blockedId).execute();
  }
}

import type { AddRestBlockInput, RemoveRestBlockInput, RestBlockView, SetWeeklyHoursInput, WeeklyHours } from "@lingong/contracts";
import { calendars, inTransaction, leaveHints, type Transaction } from "@lingong/db";
import { DAY, defaultPolicy } from "@lingong/domain";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { refreshProfilePercent } from "./profile-percent.ts";

const restAtMost = 31 * DAY;

function hintOf(userId: string) {
  return { rooms: [`user:${userId}`], kind: "calendar", subjectId: userId, version: null, data: null };
}

async function tell(transaction: Transaction, ctx: Signed): Promise<void> {
  await leaveHints(transaction, [hintOf(ctx.session.userId)], ctx.services.clock.now());
}

export async function listRestBlocks({ services, session }: Signed): Promise<RestBlockView[]> {
  const blocks = await calendars.listRestBlocks(services.db, session.userId, services.clock.now());
  return blocks.map(({ id, from, to }) => ({ id, from: iso(from), to: iso(to) }));
}

/** A rest block is hard: no order reaches into it on any path (§6). What was already taken stays. */
export async function addRestBlock(ctx: Signed, input: AddRestBlockInput): Promise<RestBlockView> {
  const { services, session } = ctx;
  const block = { id: input.id, workerId: session.userId, from: Date.parse(input.from), to: Date.parse(input.to) };
  const now = services.clock.now();
  if (block.to <= block.from || block.to <= now || block.to - block.from > restAtMost || block.from > now + defaultPolicy.lifecycle.aheadAtMost)
    fail("invalid_input", { field: "to" }, "to");
  await inTransaction(services.db, async (transaction) => {
    await calendars.addRestBlock(transaction, block);
    await tell(transaction, ctx);
  });
  return { id: block.id, from: iso(block.from), to: iso(block.to) };
}

export async function removeRestBlock(ctx: Signed, { id }: RemoveRestBlockInput): Promise<{ done: true }> {
  const removed = await inTransaction(ctx.services.db, async (transaction) => {
    const was = await calendars.removeRestBlock(transaction, { id, workerId: ctx.session.userId });
    if (was) await tell(transaction, ctx);
    return was;
  });
  return removed ? { done: true } : fail("not_found");
}

export async function loadWeeklyHours({ services, session }: Signed): Promise<WeeklyHours> {
  return calendars.listHours(services.db, session.userId);
}

/** Replaces the weekly hours; ranges of one day must not overlap. */
export async function setWeeklyHours(ctx: Signed, { hours }: SetWeeklyHoursInput): Promise<WeeklyHours> {
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  for (const [index, range] of sorted.entries()) {
    const next = sorted[index + 1];
    const overlaps = next !== undefined && next.weekday === range.weekday && next.fromMinute < range.toMinute;
    if (range.toMinute <= range.fromMinute || overlaps) fail("invalid_input", { field: "hours" }, `hours.${index}`);
  }
  await inTransaction(ctx.services.db, async (transaction) => {
    await calendars.replaceHours(transaction, ctx.session.userId, sorted);
    await tell(transaction, ctx);
  });
  await refreshProfilePercent(ctx.services, ctx.session.userId);
  return loadWeeklyHours(ctx);
}

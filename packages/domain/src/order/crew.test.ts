import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WorkerSnapshot } from "../dispatch/snapshot.ts";
import { HOUR, MINUTE } from "../kernel/instant.ts";
import { sampleWorker } from "../samples.ts";
import { calendarCommitmentOf } from "./calendar.ts";
import { crewExclusion } from "./crew.ts";
import type { Facts } from "./facts.ts";
import { begin, category, customer, facts, morning, openOffer, pay, place, take, type Walk, worker } from "./order.samples.ts";
import { transition } from "./transition.ts";

/** 14:00 to 17:00. */
const start = morning + 5 * HOUR;
const member = (id: string, changes: Partial<WorkerSnapshot> = {}) => sampleWorker({ id, ...changes });
const team: Partial<Facts> = { candidate: sampleWorker({ kind: "team", crewSize: 4 }), crew: [member("wang"), member("li"), member("zhang")] };
function order(): Walk {
  const paid = pay(place(begin({ headcount: 2 })));
  return take(paid, worker, { type: "accept", offerId: "offer-1", assignmentId: "assignment-1" }, morning, {
    ...team,
    offer: openOffer(paid, morning),
  });
}
const send = (walk: Walk, memberIds: readonly string[], changes: Partial<Facts> = {}) =>
  transition(walk.order, worker, { type: "assignCrew", memberIds }, { ...facts, ...team, ...changes }, morning + MINUTE);
const booked = (from: number, to: number) => ({ commitments: [{ from, to, orderId: "other", position: null }] });

describe("who goes to a team's order", () => {
  const unfit: readonly (readonly [string, Partial<WorkerSnapshot>])[] = [
    ["excluded_unverified", { verified: false }],
    ["excluded_unqualified", { qualifications: [] }],
    ["excluded_certificate", { qualifications: [{ categoryId: category.id, certified: true, proofOfWork: false, validUntil: start }] }],
    ["excluded_blocked", { blockedByCustomerIds: [customer.id] }],
    ["excluded_paused", { pausedUntil: morning + HOUR }],
    ["excluded_overlapping", booked(start - HOUR, start - 29 * MINUTE)],
    ["excluded_resting", { restBlocks: [{ from: start + 2 * HOUR, to: start + 4 * HOUR }] }],
    ["excluded_daily_limit", booked(start - 14 * HOUR, start - 4 * HOUR)],
    ["excluded_night_rest", booked(start - 16 * HOUR, start - 7 * HOUR)],
  ];

  test.each(unfit)("is not who has %s, and the team learns whom it is about", (exclusion, changes) => {
    const strict: Partial<Facts> = { category: { ...category, certificate: "required" } };
    const crew = [member("wang"), member("li", changes)];
    const walk = order();
    expect(send(walk, ["wang", "li"], { ...strict, crew })).toEqual({
      ok: false,
      error: { code: "crew_member_unfit", details: { memberId: "li", exclusion } },
    });
    // Who is not named may be as unfit as they like.
    expect(send(walk, ["wang"], { ...strict, crew }).ok).toBe(true);
  });

  test("is neither too many, nor twice the same, nor a stranger, nor anybody's who leads no team", () => {
    expect(send(order(), ["wang", "li", "zhang"])).toMatchObject({ error: { code: "headcount_invalid", details: { most: 2 } } });
    expect(send(order(), ["wang", "wang"])).toMatchObject({ error: { code: "invalid_input" } });
    expect(send(order(), ["nobody"])).toMatchObject({ error: { code: "crew_not_member", details: { memberId: "nobody" } } });
    expect(send(order(), [], { candidate: sampleWorker() })).toMatchObject({ error: { code: "not_a_team" } });
  });

  test("may be far away, offline, and free from half an hour before on", () => {
    const crew = [
      member("wang", { position: { lat: 31.3, lng: 121.2 }, radiusKm: 1, online: false, ...booked(start - 3 * HOUR, start - 30 * MINUTE) }),
    ];
    expect(send(order(), ["wang"], { crew }).ok).toBe(true);
  });

  test("is bound, moved, let go and told with the order, by every row of the table", () => {
    const sent = take(order(), worker, { type: "assignCrew", memberIds: ["wang", "li"] }, morning + MINUTE, team);
    const told = (walk: Walk) =>
      walk.outcomes
        .at(-1)
        ?.notices.filter(({ to }) => to === "crew")
        .map(({ userId, kind }) => `${userId} ${kind}`);
    expect(sent.outcomes.at(-1)?.commitment?.workerIds).toEqual([worker.id, "wang", "li"]);
    expect(told(sent)).toEqual(["wang crew_assigned", "li crew_assigned"]);
    const changed = take(sent, worker, { type: "assignCrew", memberIds: ["li"] }, morning + 2 * MINUTE, team);
    expect(told(changed)).toEqual(["wang crew_released"]);
    const later = start + 3 * HOUR;
    const asked = take(changed, customer, { type: "proposeReschedule", startsAt: later }, morning + 3 * MINUTE, team);
    expect(told(asked)).toEqual([]);
    // While two starts are held, who joins must be free for both.
    expect(send(asked, ["li", "wang"], { crew: [member("li"), member("wang", booked(later + HOUR, later + 2 * HOUR))] }).ok).toBe(false);
    const moved = take(asked, worker, { type: "agreeReschedule" }, morning + 4 * MINUTE, team);
    expect(told(moved)).toEqual(["li crew_time_changed"]);
    const cancelled = take(moved, customer, { type: "cancel", reason: "" }, morning + 5 * MINUTE);
    expect(told(cancelled)).toEqual(["li crew_released"]);
    expect(calendarCommitmentOf(cancelled.order, facts.policy).workerIds).toEqual([]);
  });

  test("keeps another start and extra time from what their own day forbids; the customer does not learn whose", () => {
    const sent = take(order(), worker, { type: "assignCrew", memberIds: ["wang"] }, morning + MINUTE, team);
    const busy = { ...facts, ...team, crew: [member("wang", booked(start + 4 * HOUR, start + 6 * HOUR))] };
    const another = { type: "proposeReschedule", startsAt: start + 3 * HOUR } as const;
    expect(transition(sent.order, customer, another, busy, morning + HOUR)).toMatchObject({ error: { code: "worker_not_free" } });
    const named = { code: "crew_member_unfit", details: { memberId: "wang", exclusion: "excluded_overlapping" } };
    expect(transition(sent.order, worker, another, busy, morning + HOUR)).toEqual({ ok: false, error: named });
    const longer = { type: "proposeAddOn", addOnId: "a", kind: "time", title: "加时", minutes: 45, fen: 0, photoId: null } as const;
    expect(transition(sent.order, worker, longer, busy, morning + HOUR)).toEqual({ ok: false, error: named });
    expect(transition(sent.order, worker, { ...longer, minutes: 30 }, busy, morning + HOUR).ok).toBe(true);
  });

  test("never overlaps what a member has: whatever they are free for by the guard keeps the half hour on both sides", () => {
    const walk = order();
    const minutes = fc.integer({ min: -24 * 60, max: 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 15, max: 8 * 60 }), (from, length) => {
        const other = { from: start + from * MINUTE, to: start + (from + length) * MINUTE };
        const exclusion = crewExclusion(walk.order, member("wang", booked(other.from, other.to)), { ...facts, ...team }, morning);
        const near = other.from < start + 3 * HOUR + 30 * MINUTE && start < other.to + 30 * MINUTE;
        expect(exclusion === "excluded_overlapping").toBe(near);
      }),
    );
  });
});

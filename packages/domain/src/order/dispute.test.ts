import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, HOUR, type Instant } from "../kernel/instant.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { endOfWorkingDays } from "../schedule/working-days.ts";
import { type ArbitratorFact, chooseArbitrator, conflictsOf } from "./arbitrators.ts";
import type { Dispute } from "./dispute-record.ts";
import { dueAt } from "./due-at.ts";
import type { Facts } from "./facts.ts";
import { admin, category, customer, facts, finished, morning, take, timer, type Walk, worker } from "./order.samples.ts";
import type { Order } from "./order.ts";
import { type DisputeRecord, proposedSplit } from "./proposed-split.ts";
import { transition } from "./transition.ts";

const zone = "Asia/Shanghai";
const arbitrators: readonly ArbitratorFact[] = ["a", "b", "c"].map((id, index) => ({
  id,
  open: 3 - index,
  since: morning - DAY * (3 - index),
  handledOrder: false,
  sharedOrder: false,
  decidedRecently: false,
}));

/** The facts of a dispute's step at an instant: the real calendar, three arbitrators. */
function at(now: Instant): Partial<Facts> {
  const end = (days: number, from = now) => endOfWorkingDays(days, from, zone);
  return { arbitrators, workingDays: { deciding: end(3), outside: end(5), escalated: end(2, now - HOUR), appeal: end(5) } };
}

const step = (walk: Walk, ...[actor, command, now]: [Parameters<typeof take>[1], Parameters<typeof take>[2], Instant]): Walk =>
  take(walk, actor, command, now, at(now));

const opened = morning + 9 * HOUR;
/** Opened at 18:00 on Tuesday 17 March, an hour after three hours of work. */
const disputed = (amountFen = 6_000, by = customer): Walk =>
  step(finished(180), by, { type: "openDispute", amountFen, reason: "厨房没做", evidenceId: "e0", files: [] }, opened);

const disputeOf = ({ order }: Walk): Dispute => {
  if (order.dispute === null) throw new Error("not disputed");
  return order.dispute;
};

/** Fires the next timer at its instant. */
function fire(walk: Walk): Walk {
  const due = dueAt(walk.order, defaultPolicy);
  if (due === null) throw new Error("nothing is due");
  return step(walk, timer, { type: "timeOut" }, due.at);
}
const fireUntil = (walk: Walk, done: (dispute: Dispute) => boolean): Walk => (done(disputeOf(walk)) ? walk : fireUntil(fire(walk), done));
const local = (instant: Instant) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString();

describe("the clocks of a dispute (§8)", () => {
  test("evidence 48 h with a reminder, then three working days, at the outside five, then as much again: never a default", () => {
    const reminded = fire(disputed());
    expect([reminded.order.dispute?.remindAt, reminded.outcomes.at(-1)?.row]).toEqual([null, "evidenceReminder"]);
    const deciding = fire(reminded);
    expect(disputeOf(deciding)).toMatchObject({ state: "deciding", arbitratorId: "c" });
    // Opened on Tuesday 17 March at 18:00: evidence to Thursday, decided by Tuesday 24 at 24:00, at the outside Thursday 26.
    expect([local(disputeOf(deciding).dueAt), local(disputeOf(deciding).latestAt ?? 0)]).toEqual(["2026-03-25T00:00:00", "2026-03-27T00:00:00"]);
    const first = fireUntil(deciding, ({ escalations }) => escalations === 1);
    expect(disputeOf(first)).toMatchObject({ arbitratorId: "a", dueAt: disputeOf(deciding).latestAt, formerArbitratorIds: ["c"] });
    const second = fireUntil(first, ({ escalations }) => escalations === 2);
    expect([disputeOf(second).arbitratorId, local(disputeOf(second).dueAt)]).toEqual(["b", "2026-03-31T00:00:00"]);
    const third = fireUntil(second, ({ escalations }) => escalations === 3);
    expect(disputeOf(third)).toMatchObject({ arbitratorId: null, state: "deciding" });
    expect(third.order.money).toEqual(deciding.order.money);
    expect(third.outcomes.at(-1)?.notices.map(({ to }) => to)).toContain("admins");
  });

  test("around the National Day, with its make-up Saturday", () => {
    const wednesday = Date.UTC(2026, 8, 30, 4);
    expect(local(endOfWorkingDays(3, wednesday, zone).at)).toBe("2026-10-11T00:00:00");
    expect(local(endOfWorkingDays(2, Date.UTC(2025, 11, 31, 4), zone).at)).toBe("2026-01-06T00:00:00");
    expect(endOfWorkingDays(3, Date.UTC(2026, 11, 30), zone)).toMatchObject({ unpublishedYears: [2027] });
  });
});

describe("evidence", () => {
  const file = { photoId: "p", sha256: "0".repeat(64), type: "image/webp" };
  const add = { type: "addEvidence", evidenceId: "e1", textCommitment: null, files: [file] } as const;
  const code = (walk: Walk, ...[actor, command, now]: Parameters<typeof step> extends [Walk, ...infer Rest] ? Rest : never) => {
    const result = transition(walk.order, actor, command, { ...facts, ...at(now) }, now);
    return result.ok ? "taken" : result.error.code;
  };

  test("is kept in order, each piece in its own event", () => {
    const both = step(step(disputed(), customer, add, opened + HOUR), worker, { ...add, evidenceId: "e2" }, opened + 2 * HOUR);
    expect(disputeOf(both).evidence.map(({ id, by, version }) => [id, by, version])).toEqual([
      ["e1", "customer", both.order.version - 1],
      ["e2", "worker", both.order.version],
    ]);
    expect(both.outcomes.at(-1)?.notices.map(({ to }) => to)).toEqual(["customer", "arbitrator"]);
  });

  test("counts until the very end of its 48 h, not at it, and again for a day when it is asked for", () => {
    const end = opened + 48 * HOUR;
    expect(code(disputed(), customer, add, end - 1)).toBe("taken");
    const deciding = fireUntil(disputed(), ({ state }) => state === "deciding");
    expect(code(deciding, customer, add, end)).toBe("evidence_closed");
    const asked = step(deciding, { role: "arbitrator", id: "c" }, { type: "askForEvidence", note: "冰箱" }, end + HOUR);
    expect(code(asked, worker, add, end + 25 * HOUR - 1)).toBe("taken");
    expect(code(asked, worker, add, end + 25 * HOUR)).toBe("evidence_closed");
    expect(disputeOf(asked).dueAt).toBe(disputeOf(deciding).dueAt);
    expect(code(deciding, { role: "arbitrator", id: "a" }, { type: "askForEvidence", note: "冰箱" }, end + HOUR)).toBe("not_yours");
  });

  test("is never empty, and nobody else's to add", () => {
    expect(code(disputed(), customer, { ...add, files: [] }, opened)).toBe("evidence_missing");
    expect(code(disputed(), { role: "customer", id: "stranger" }, add, opened)).toBe("not_yours");
    expect(code(disputed(), admin, add, opened)).toBe("not_allowed_to_actor");
  });
});

describe("an arbitrator", () => {
  const { order } = disputed();
  const person = (id: string, changes: Partial<ArbitratorFact> = {}): ArbitratorFact => ({
    id,
    open: 0,
    since: 0,
    handledOrder: false,
    sharedOrder: false,
    decidedRecently: false,
    ...changes,
  });

  test("was never involved before", () => {
    expect(conflictsOf(order, person(customer.id))).toEqual(["party"]);
    expect(conflictsOf(order, person("x", { handledOrder: true, sharedOrder: true }))).toEqual(["handled_order", "shared_order"]);
    expect(chooseArbitrator(order, [person(worker.id), person("x", { sharedOrder: true })], "load")).toBeNull();
    expect(chooseArbitrator(order, [person("late", { decidedRecently: true })], "load")).toBe("late");
  });

  test("is the least loaded; after a missed clock the most senior; never the same again", () => {
    const people = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[p-z]{1,3}$/), open: fc.nat(4), since: fc.nat(9) }), {
      selector: ({ id }) => id,
      minLength: 1,
    });
    fc.assert(
      fc.property(people, (all) => {
        const known = all.map(({ id, ...changes }) => person(id, changes));
        const byLoad = known.find(({ id }) => id === chooseArbitrator(order, known, "load"));
        const bySeniority = known.find(({ id }) => id === chooseArbitrator(order, known, "seniority"));
        expect(byLoad?.open).toBe(Math.min(...known.map(({ open }) => open)));
        expect(bySeniority?.since).toBe(Math.min(...known.map(({ since }) => since)));
        const former: Order = { ...order, dispute: { ...disputeOf({ order, outcomes: [] }), formerArbitratorIds: known.map(({ id }) => id) } };
        expect(chooseArbitrator(former, known, "load")).toBeNull();
      }),
    );
  });
});

describe("a proposed split", () => {
  const record = (walk: Walk, photos: DisputeRecord["photos"] = []): DisputeRecord => ({
    order: walk.order,
    category,
    events: walk.outcomes.map(({ event }) => event),
    photos,
  });
  const photo = (purpose: string, label = ""): DisputeRecord["photos"][number] => ({
    id: `${purpose}${label}`,
    purpose,
    ownerId: worker.id,
    at: opened,
    label,
  });
  const moved = (walk: Walk, photos?: DisputeRecord["photos"]) =>
    (proposedSplit(record(walk, photos), defaultPolicy)?.findings ?? []).filter(({ toCustomerFen }) => toCustomerFen !== 0).map(({ kind }) => kind);

  test("rests on the record: without photos of the finish a part goes back, evidence of one side alone weighs", () => {
    expect(moved(disputed())).toEqual(["finish_photos_missing"]);
    expect(moved(disputed(), [photo("before"), photo("after")])).toEqual([]);
    const told = step(disputed(), customer, { type: "addEvidence", evidenceId: "e1", textCommitment: "0", files: [] }, opened + HOUR);
    expect(proposedSplit(record(told, [photo("after")]), defaultPolicy)).toMatchObject({ toWorkerFen: 4_800, toCustomerFen: 1_200 });
    expect(moved(told, [photo("after")])).toEqual(["evidence_of_customer_alone"]);
  });

  test("judges named items by the photos of the finish", () => {
    const listed = {
      ...category,
      checklist: [{ key: "focus", kind: "choices", label: { zh: "重点", en: "Focus" }, required: false, options: [] }] as typeof category.checklist,
    };
    const walk = disputed();
    const options = ["kitchen", "glass", "floor"].map((key, index) => ({ key, label: { zh: ["厨房", "玻璃", "地面"][index] ?? "", en: key } }));
    const withItems: DisputeRecord = {
      ...record(walk, [photo("after", "厨房灶台"), photo("after", "地面")]),
      order: { ...walk.order, terms: { ...walk.order.terms, scope: [{ key: "focus", value: ["kitchen", "glass", "floor"] }] } },
      category: { ...listed, checklist: [{ ...listed.checklist[0], options } as (typeof category.checklist)[number]] },
    };
    const found = proposedSplit(withItems, defaultPolicy)?.findings.find(({ kind }) => kind === "items_unproven");
    expect(found).toMatchObject({ toCustomerFen: 5_000, figures: { items: 3, unproven: 1, minutes: 60 } });
  });

  test("of a worker's claim leaves the worker what is due, and sends back what no record bears out", () => {
    const claimed = disputed(15_000, worker);
    expect(proposedSplit(record(claimed, [photo("after")]), defaultPolicy)).toMatchObject({ toWorkerFen: 15_000, toCustomerFen: 0 });
    const more: Walk = { ...claimed, order: { ...claimed.order, dispute: { ...disputeOf(claimed), dueFen: 9_000 } } };
    expect(moved(more, [photo("after")])).toEqual(["claim_beyond_due"]);
  });

  test("always adds up to what is held, as do its findings, and cites events that are there", () => {
    const pieces = fc.array(fc.constantFrom(customer, worker), { maxLength: 4 });
    const pictures = fc.array(fc.constantFrom("before", "after", "evidence", "during"), { maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15_000 }), fc.constantFrom(customer, worker), pieces, pictures, (fen, by, authors, purposes) => {
        const walk = authors.reduce(
          (so, actor, index) => step(so, actor, { type: "addEvidence", evidenceId: `e${index}`, textCommitment: "0", files: [] }, opened + index),
          disputed(fen, by),
        );
        const split = proposedSplit(
          record(
            walk,
            purposes.map((purpose, index) => ({ ...photo(purpose), id: String(index) })),
          ),
          defaultPolicy,
        );
        if (split === null) throw new Error("no split");
        expect(split.toWorkerFen + split.toCustomerFen).toBe(disputeOf(walk).heldFen);
        expect(Math.min(split.toWorkerFen, split.toCustomerFen)).toBeGreaterThanOrEqual(0);
        expect(split.findings.reduce((sum, { toCustomerFen }) => sum + toCustomerFen, 0)).toBe(split.toCustomerFen);
        for (const { cites } of split.findings) {
          expect(cites.length).toBeGreaterThan(0);
          for (const version of cites) expect(version).toBeLessThanOrEqual(walk.order.version);
        }
        expect(proposedSplit(record(walk), defaultPolicy)).toEqual(proposedSplit(record(walk), defaultPolicy));
      }),
      { numRuns: 300 },
    );
  });
});

import type { OrderView } from "@lingong/contracts";
import { HOUR, MINUTE, orderStates } from "@lingong/domain";
import { createFormat, customerMessages, startTranslations } from "@lingong/ui";
import { beforeAll, describe, expect, it } from "vitest";
import { tipAtMost } from "./actions/tip-limit.ts";
import { workedOf } from "./card-source.ts";
import { deadlineText } from "./deadline-text.ts";
import { type HeadlineContext, type HeadlineSource, headlineOf } from "./headline.ts";
import { clockSteps } from "./parts/cancel-ladder.tsx";
import { awaitedPayment, openAddOns } from "./payments.ts";

const now = Date.parse("2026-03-17T05:36:00.000Z"); // 13:36 in Shanghai
let context: HeadlineContext;

beforeAll(async () => {
  const { i18n } = await startTranslations(customerMessages, "zh-CN");
  context = {
    now,
    format: createFormat({ language: "zh-CN", zone: "Asia/Shanghai", t: i18n.getFixedT("zh-CN", "common") }),
    t: i18n.getFixedT("zh-CN", "customer"),
  };
});

const iso = (at: number) => new Date(at).toISOString();
const source: HeadlineSource = {
  state: "accepted",
  startsAt: "2026-03-17T06:00:00.000Z",
  endsAt: "2026-03-17T09:00:00.000Z",
  travel: null,
  deadline: { at: iso(now + 47 * HOUR), what: "autoConfirm" },
  steps: [],
  asked: 3,
  workerName: "周桂芳",
  totalFen: 16_250,
  worked: null,
};
const travel = {
  position: { lat: 31.2, lng: 121.5 },
  destination: { lat: 31.21, lng: 121.51 },
  at: iso(now),
  distanceMetres: 2_600,
  travelMinutes: 12,
  arrivesAt: iso(now + 12 * MINUTE),
  mode: "ebike" as const,
};

describe("the headline of an order", () => {
  it("says when the worker arrives, and how that compares with what was agreed", () => {
    expect(headlineOf({ ...source, state: "en_route", travel }, context)).toEqual({
      figure: "12 分钟",
      unit: "后到 · 2.6 公里",
      detail: "预计 13:48，比约定早 12 分",
    });
    const late = { ...travel, arrivesAt: iso(now + 40 * MINUTE) };
    expect(headlineOf({ ...source, state: "en_route", travel: late }, context).detail).toBe("预计 14:16，比约定晚 16 分");
  });

  it("counts down to the start in words, never as zero days", () => {
    expect(headlineOf(source, context).figure).toBe("24 分钟");
    expect(headlineOf({ ...source, startsAt: iso(now + 100 * MINUTE) }, context).figure).toBe("1 小时 40 分钟");
    expect(headlineOf({ ...source, startsAt: iso(now + 49 * HOUR) }, context).figure).toContain("天");
  });

  it("runs on from the work before a pause, and stands still while paused", () => {
    const worked = { before: 88 * MINUTE, since: now - 2 * MINUTE };
    expect(headlineOf({ ...source, state: "in_service", worked }, context).figure).toBe("1:30:00");
    expect(headlineOf({ ...source, state: "in_service", worked: { ...worked, since: null } }, context).figure).toBe("1:28:00");
  });

  it("has words for every state", () => {
    for (const state of orderStates) expect(headlineOf({ ...source, state }, context).figure).not.toBe("");
  });
});

describe("work without its pauses", () => {
  it("adds the segments that ended and remembers since when the last one runs", () => {
    const from = (minutes: number) => iso(now + minutes * MINUTE);
    const segments = [
      { kind: "work" as const, from: from(0), to: from(88), minutes: 88 },
      { kind: "pause" as const, from: from(88), to: from(98), minutes: 10 },
      { kind: "work" as const, from: from(98), to: null, minutes: 5 },
    ];
    const service = {
      startedAt: from(0),
      finishedAt: null,
      segments,
      workedMinutes: 93,
      billedMinutes: 120,
      costSoFarFen: 0,
      nextQuarterAt: null,
      headcount: 1,
    };
    expect(workedOf(service)).toEqual({ before: 88 * MINUTE, since: now + 98 * MINUTE });
    expect(workedOf(null)).toBeNull();
  });
});

describe("what happens when the clock ends", () => {
  const order = (what: string, rematchAfterFault = true) =>
    ({ deadline: { at: "2026-03-17T07:00:00.000Z", what }, terms: { rematchAfterFault } }) as Pick<OrderView, "deadline" | "terms">;

  it("says what the customer chose for a worker who does not come", () => {
    expect(deadlineText(order("arrivalMissed"), context)).toBe("15:00 未到：重新派单或全额退款");
    expect(deadlineText(order("arrivalMissed", false), context)).toBe("15:00 未到：全额退款");
  });

  it("still names the time of a clock it does not know", () => {
    expect(deadlineText(order("somethingNew"), context)).toBe("15:00 到时");
  });
});

describe("what waits for the customer", () => {
  const payment = { id: "p1", purpose: "add_on", state: "awaited" } as OrderView["payments"][number];
  const addOns = [
    { id: "proposed", paymentId: null },
    { id: "approved", paymentId: "p1" },
    { id: "mine", paymentId: null },
  ] as OrderView["addOns"];
  const actions = [{ command: "approveAddOn", subjectId: "proposed" }] as OrderView["actions"];

  it("is what may be approved and what may be paid, not one's own proposals", () => {
    expect(openAddOns({ addOns, actions, payments: [payment] }).map(({ id }) => id)).toEqual(["proposed", "approved"]);
    expect(awaitedPayment({ payments: [payment] }, "order")).toBeUndefined();
    expect(awaitedPayment({ payments: [payment] }, "add_on")?.id).toBe("p1");
  });
});

it("limits a tip to half of the bill and two hundred yuan", () => {
  expect(tipAtMost(16_251)).toBe(8_125);
  expect(tipAtMost(100_000)).toBe(20_000);
});

describe("the ladder beside a cancellation", () => {
  const startsAt = "2026-03-20T06:00:00.000Z";
  const now = Date.parse("2026-03-19T12:00:00.000Z");
  const steps = [
    { row: "early", from: null, event: null, share: 0, feeFen: 0, workerFen: 0 },
    { row: "middle", from: "2026-03-19T06:00:00.000Z", event: null, share: 2_000, feeFen: 3_000, workerFen: 3_000 },
    { row: "late", from: null, event: "departed", share: 5_000, feeFen: 7_500, workerFen: 7_500 },
  ] as NonNullable<OrderView["cancellation"]>["steps"];
  const order = (nowFeeFen: number) => ({ startsAt, cancellation: { steps, nowFeeFen, nowWorkerFen: nowFeeFen, waived: null } });

  it("is drawn while the clock decides, and left out where an event or a waiver does", () => {
    expect(clockSteps(order(3_000), now)?.map(({ feeFen }) => feeFen)).toEqual([0, 3_000, 7_500]);
    expect(clockSteps(order(7_500), now), "departed").toBeNull();
    expect(clockSteps(order(0), now), "waived, or nobody has accepted").toBeNull();
    expect(clockSteps(order(3_000), Date.parse(startsAt)), "begun").toBeNull();
    expect(clockSteps({ ...order(3_000), startsAt: null }, now), "as soon as possible").toBeNull();
  });
});

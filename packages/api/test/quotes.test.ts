import type { QuoteBoard, QuoteJob, SaveFeeDraftInput, TermsInput } from "@lingong/contracts";
import { orders, quotes, workers } from "@lingong/db";
import { DAY, defaultPolicy, HOUR, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmin } from "./admins.ts";
import { codeOf, createWorld, expectConserved, key, morning, type Person, place, terms, type World } from "./world.ts";

let world: World;
let customer: Person;
let zhou: Person;
let lin: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  zhou = await world.worker({ name: "周桂芳" });
  lin = await world.worker({ name: "林师傅", home: { lat: place.lat + 0.01, lng: place.lng } });
});
afterAll(() => world.database.drop());

let day = 2;
/** An order open to quotes, each on a day of its own. */
async function open(change: Partial<TermsInput> = {}): Promise<string> {
  day += 1;
  const startsAt = new Date(Math.max(world.clock.now(), morning) + day * DAY).toISOString();
  const wanted = { ...terms(), pricing: "quotes" as const, rateFenPerHour: 0, startsAt, ...change };
  const { orderId, termsHash } = await customer.api.orders.createDraft({ idempotencyKey: key(), terms: wanted });
  await world.act(customer, orderId, { type: "place", termsHash });
  return orderId;
}

function ask(by: Person, orderId: string, askFenPerHour: number, floorFenPerHour: number | null = null): Promise<QuoteJob> {
  return by.api.quotes.ask({ orderId, idempotencyKey: key(), askFenPerHour, floorFenPerHour });
}

async function asked(by: Person, orderId: string, askFenPerHour: number, floorFenPerHour: number | null = null): Promise<string> {
  return (await ask(by, orderId, askFenPerHour, floorFenPerHour)).mine?.id ?? "";
}

function counter(quoteId: string, rateFenPerHour: number): Promise<QuoteBoard> {
  return customer.api.quotes.counter({ quoteId, idempotencyKey: key(), rateFenPerHour });
}

function choose(quoteId: string, rateFenPerHour: number, idempotencyKey: string = key()) {
  return customer.api.quotes.choose({ quoteId, idempotencyKey, rateFenPerHour });
}

async function stateOf(orderId: string) {
  return (await orders.findById(world.services.db, orderId))?.order;
}

describe("an order open to quotes (§7)", () => {
  it("stands in the hall with the market's band, is asked for around, and takes prices and a floor that stays private", async () => {
    const orderId = await open();
    await world.relay();
    const line = (await zhou.api.hall.list({})).items.find((item) => item.orderId === orderId);
    expect(line).toMatchObject({ quoting: { quoteCount: 0, mine: false, band: { source: "reference" } } });
    expect((await zhou.api.notifications.list({})).items[0]).toMatchObject({ kind: "quote_wanted", orderId });
    expect(await codeOf(zhou.api.hall.take({ orderId, idempotencyKey: key(), contractHash: "0".repeat(64) }))).toBe("offer_taken");

    const preview = await zhou.api.quotes.preview({ orderId, askFenPerHour: 6_000, floorFenPerHour: 5_000 });
    expect(preview).toMatchObject({ problem: null, leastFloorFen: 4_800, split: { customerPaysFen: 18_000, commissionFen: 3_240 } });
    const job = await ask(zhou, orderId, 6_000, 5_000);
    expect(job.mine).toMatchObject({ standing: "open", floorFenPerHour: 5_000, split: preview.split, actions: ["ask", "withdraw"] });
    await ask(lin, orderId, 5_500);
    const board = await customer.api.quotes.board({ orderId });
    expect(board.quotes.map(({ worker, rateFenPerHour, totalFen }) => [worker.name, rateFenPerHour, totalFen])).toEqual([
      ["林师傅", 5_500, 16_500],
      ["周桂芳", 6_000, 18_000],
    ]);
    expect(board.asked).toBe(2);
    expect(JSON.stringify(board)).not.toMatch(/floor/i);
    expect(JSON.stringify(await customer.api.orders.get({ orderId }))).not.toMatch(/floorFen/);
    expect((await customer.api.notifications.list({})).items.filter(({ kind }) => kind === "quote_received")).toHaveLength(2);
    await world.act(customer, orderId, { type: "cancel", reason: "enough" });
    expect((await lin.api.notifications.list({})).items[0]).toMatchObject({ kind: "quote_not_chosen", orderId });
    expect((await lin.api.quotes.mine({})).items[0]?.quote.standing).toBe("void");
    expect((await lin.api.quotes.mine({ filter: "open" })).items).toEqual([]);
  });

  it("is bargained for: below 80 % refused, at the floor agreed at once, three counters and no fourth", async () => {
    const orderId = await open();
    const quoteId = await asked(zhou, orderId, 10_000, 9_000);
    expect(await codeOf(counter(quoteId, 7_999))).toBe("quote_counter_too_low");
    expect((await counter(quoteId, 8_000)).quotes[0]).toMatchObject({ standing: "countered", countersLeft: 2, counterFenPerHour: 8_000 });
    const waiting = await zhou.api.quotes.job({ orderId });
    expect(waiting.mine).toMatchObject({ actions: ["agree", "keep", "withdraw"], counterSplit: { customerPaysFen: 24_000 } });
    const kept = await zhou.api.quotes.answer({ quoteId, idempotencyKey: key(), answer: "keep" });
    expect(kept.mine).toMatchObject({ standing: "open", rateFenPerHour: 10_000 });
    await counter(quoteId, 8_500);
    expect((await counter(quoteId, 9_000)).quotes[0]).toMatchObject({ standing: "agreed", rateFenPerHour: 9_000, countersLeft: 0 });
    expect(await codeOf(counter(quoteId, 9_100))).toBe("wrong_state");

    const other = await asked(lin, orderId, 10_000);
    for (const rate of [8_000, 8_100, 8_200]) await counter(other, rate);
    expect(await codeOf(counter(other, 8_300))).toBe("quote_too_many_counters");
    await lin.api.quotes.answer({ quoteId: other, idempotencyKey: key(), answer: "agree" });
    expect((await customer.api.quotes.board({ orderId })).quotes.map(({ rateFenPerHour }) => rateFenPerHour)).toEqual([8_200, 9_000]);
    await world.act(customer, orderId, { type: "cancel", reason: "enough" });
  });

  it("is chosen and paid at the agreed rate, with the split that was shown; the others are told, their time is free", async () => {
    const orderId = await open();
    const quoteId = await asked(zhou, orderId, 6_000, 5_400);
    await ask(lin, orderId, 6_500);
    await counter(quoteId, 5_400);
    const shown = (await zhou.api.quotes.job({ orderId })).mine?.split;
    const idempotencyKey = key();
    const { order, payment } = await choose(quoteId, 5_400, idempotencyKey);
    expect(order).toMatchObject({ state: "awaiting_payment", terms: { rateFenPerHour: 5_400 } });
    expect(payment?.fen).toBe(16_200);
    expect(await choose(quoteId, 5_400, idempotencyKey)).toMatchObject({ repeated: true, payment: { id: payment?.id } });
    expect((await zhou.api.quotes.job({ orderId })).mine).toMatchObject({ standing: "chosen", actions: [] });
    expect(await codeOf(zhou.api.quotes.answer({ quoteId, idempotencyKey: key(), answer: "withdraw" }))).toBe("quote_being_paid");
    expect(await codeOf(ask(lin, orderId, 5_000))).toBe("quotes_not_wanted");
    await world.pay(payment?.id ?? "", payment?.fen ?? 0);
    const taken = await zhou.api.orders.get({ orderId });
    expect(taken).toMatchObject({ state: "accepted", split: shown });
    expectConserved(taken);
    expect((await lin.api.quotes.mine({})).items[0]?.quote.standing).toBe("void");
    expect((await zhou.api.quotes.mine({})).items[0]?.quote).toMatchObject({ standing: "won", split: shown });
    const start = Date.parse(taken.workingStart ?? "");
    await world.advanceTo(start - 30 * MINUTE);
    await world.act(zhou, orderId, { type: "depart" });
    await world.advanceTo(start);
    await world.act(zhou, orderId, { type: "arrive", position: place });
    await world.act(zhou, orderId, { type: "start", headcount: 1 });
    await world.advanceTo(start + 3 * HOUR);
    await world.act(zhou, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    const done = await world.act(customer, orderId, { type: "confirm" });
    expect(done.order.money).toMatchObject({ workerNetFen: shown?.workerNetFen, commissionFen: shown?.commissionFen, heldFen: 0 });
  });

  it("takes quotes again when the chosen one is not paid for in fifteen minutes", async () => {
    const orderId = await open();
    const quoteId = await asked(zhou, orderId, 6_000);
    const { payment, order } = await choose(quoteId, 6_000);
    expect(order.counterpart?.id).toBe(zhou.id);
    await world.advanceTo(world.clock.now() + 15 * MINUTE);
    expect((await stateOf(orderId))?.state).toBe("quoting");
    expect((await zhou.api.notifications.list({})).items[0]).toMatchObject({ kind: "quote_unpaid" });
    await world.pay(payment?.id ?? "", payment?.fen ?? 0);
    expect((await customer.api.orders.get({ orderId })).money).toMatchObject({ heldFen: 0, refundedFen: 18_000 });
    expect((await customer.api.quotes.board({ orderId })).quotes[0]).toMatchObject({ standing: "open", actions: ["counter", "choose"] });
    await world.act(customer, orderId, { type: "cancel", reason: "enough" });
  });
});

describe("a choice that is not paid for", () => {
  it("binds nobody: cancelled, or paid when its worker may no longer come, the quote is over and its worker is told", async () => {
    const orderId = await open();
    const quoteId = await asked(zhou, orderId, 6_000);
    await choose(quoteId, 6_000);
    await world.act(customer, orderId, { type: "cancel", reason: "enough" });
    expect((await zhou.api.quotes.mine({})).items[0]?.quote).toMatchObject({ id: quoteId, standing: "void", actions: [] });
    expect((await zhou.api.notifications.list({})).items[0]).toMatchObject({ kind: "quote_not_chosen", orderId });

    const lost = await open();
    const other = await asked(lin, lost, 6_000);
    const { payment } = await choose(other, 6_000);
    await workers.update(world.services.db, lin.id, { verified: false });
    await world.pay(payment?.id ?? "", payment?.fen ?? 0);
    await workers.update(world.services.db, lin.id, { verified: true });
    const after = await customer.api.orders.get({ orderId: lost });
    expect(after).toMatchObject({ state: "cancelled", endCause: "quote_worker_unavailable", money: { heldFen: 0, refundedFen: 18_000 } });
    expect((await lin.api.notifications.list({})).items[0]).toMatchObject({ kind: "quote_not_chosen", orderId: lost });
  });
});

describe("races of quotes", () => {
  it("two choices at once: one is made, the other hears why", async () => {
    const orderId = await open();
    const [first, second] = [await asked(zhou, orderId, 6_000), await asked(lin, orderId, 6_100)];
    const answers = await Promise.all([codeOf(choose(first, 6_000)), codeOf(choose(second, 6_100))]);
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    expect(answers.filter((answer) => answer !== "accepted").every((answer) => ["wrong_state", "conflict"].includes(answer))).toBe(true);
    await world.act(customer, orderId, { type: "cancel", reason: "enough" });
  });

  it("a choice and a withdrawal at once: the quote is chosen or gone, never both", async () => {
    for (let round = 0; round < 6; round += 1) {
      const orderId = await open();
      const quoteId = await asked(zhou, orderId, 6_000);
      const [chosen, withdrawn] = await Promise.all([
        codeOf(choose(quoteId, 6_000)),
        codeOf(zhou.api.quotes.answer({ quoteId, idempotencyKey: key(), answer: "withdraw" })),
      ]);
      const kept = await quotes.findById(world.services.db, quoteId);
      const order = await stateOf(orderId);
      expect([chosen, withdrawn].filter((answer) => answer === "accepted")).toHaveLength(1);
      expect([order?.state, kept?.state]).toEqual(chosen === "accepted" ? ["awaiting_payment", "open"] : ["quoting", "withdrawn"]);
      if (chosen !== "accepted") expect(chosen).toBe("quote_not_open");
      await world.act(customer, orderId, { type: "cancel", reason: "enough" });
    }
  });

  it("one worker chosen twice for the same hours is bound once; another price than the one read is refused", async () => {
    const startsAt = new Date(world.clock.now() + 40 * DAY).toISOString();
    const [one, two] = [await open({ startsAt }), await open({ startsAt })];
    const [first, second] = [await asked(zhou, one, 6_000), await asked(zhou, two, 6_000)];
    const answers = await Promise.all([codeOf(choose(first, 6_000)), codeOf(choose(second, 6_000))]);
    expect(answers.toSorted()).toEqual(["accepted", "excluded_overlapping"]);
    const free = answers[0] === "accepted" ? two : one;
    expect((await customer.api.quotes.board({ orderId: free })).quotes[0]).toMatchObject({
      actions: ["counter"],
      refused: { code: "excluded_overlapping" },
    });
    const late = await asked(lin, free, 6_000);
    await ask(lin, free, 6_600);
    expect(await codeOf(choose(late, 6_000))).toBe("terms_changed");
    for (const orderId of [one, two]) await world.act(customer, orderId, { type: "cancel", reason: "enough" });
  });
});

describe("bad input to quotes", () => {
  it.each([
    [10_000, 7_999, "quote_floor_invalid"],
    [10_000, 10_001, "quote_floor_invalid"],
    [10_000, -1, "invalid_input"],
    [0, null, "rate_invalid"],
    [-6_000, null, "invalid_input"],
    [6_000.5, null, "invalid_input"],
    [10_000_001, null, "rate_invalid"],
    [1_500, null, "rate_below_minimum_wage"],
  ] as const)("asking %d with a floor of %s: %s", async (rate, floor, code) => {
    const orderId = await open();
    expect(await codeOf(ask(zhou, orderId, rate, floor))).toBe(code);
    expect((await customer.api.quotes.board({ orderId })).quotes).toEqual([]);
    await world.act(customer, orderId, { type: "cancel", reason: "enough" });
  });

  it("takes no quote on a fixed price, on another's order or from somebody unqualified; a key names one request", async () => {
    const fixed = await world.paidOrder(customer, { startsAt: new Date(world.clock.now() + 30 * DAY).toISOString() });
    expect(await codeOf(ask(zhou, fixed, 6_000))).toBe("quotes_not_wanted");
    expect(await codeOf(zhou.api.quotes.job({ orderId: fixed }))).toBe("quotes_not_wanted");
    await world.act(customer, fixed, { type: "cancel", reason: "enough" });

    const orderId = await open();
    const cook = await world.worker({ name: "做饭的", categoryIds: ["cooking"] });
    expect(await codeOf(ask(cook, orderId, 6_000))).toBe("excluded_unqualified");
    const idempotencyKey = key();
    const wish = { orderId, idempotencyKey, askFenPerHour: 6_000, floorFenPerHour: null };
    const { mine } = await zhou.api.quotes.ask(wish);
    expect((await zhou.api.quotes.ask(wish)).mine?.id).toBe(mine?.id);
    expect(await codeOf(zhou.api.quotes.ask({ ...wish, askFenPerHour: 6_100 }))).toBe("idempotency_key_reused");
    const quoteId = mine?.id ?? "";
    const stranger = await world.customer();
    expect(await codeOf(stranger.api.quotes.board({ orderId }))).toBe("not_yours");
    expect(await codeOf(stranger.api.quotes.counter({ quoteId, idempotencyKey: key(), rateFenPerHour: 5_000 }))).toBe("not_yours");
    expect(await codeOf(stranger.api.quotes.choose({ quoteId, idempotencyKey: key(), rateFenPerHour: 6_000 }))).toBe("not_yours");
    expect(await codeOf(lin.api.quotes.answer({ quoteId, idempotencyKey: key(), answer: "withdraw" }))).toBe("not_yours");
    expect(await codeOf(zhou.api.quotes.answer({ quoteId, idempotencyKey: key(), answer: "agree" }))).toBe("wrong_state");
    expect(await codeOf(customer.api.quotes.ask(wish))).toBe("wrong_role");
    expect(await codeOf(zhou.api.quotes.ask({ ...wish, orderId: crypto.randomUUID(), idempotencyKey: key() }))).toBe("not_found");
    await zhou.api.quotes.answer({ quoteId, idempotencyKey: key(), answer: "withdraw" });
    expect(await codeOf(counter(quoteId, 5_500))).toBe("quote_not_open");
    expect(await codeOf(choose(quoteId, 6_000))).toBe("quote_not_open");
    await world.act(customer, orderId, { type: "cancel", reason: "enough" });
  });
});

it("is charged by the fees that were shown with it, though a new version takes effect before it is paid", async () => {
  const [operator, finance] = [await createAdmin(world, ["operator"]), await createAdmin(world, ["finance"])];
  const { plans } = defaultPolicy.fees;
  const cheaper = { ...plans, life: { ...plans.life, base: 1_600, certified: 1_550 } } as SaveFeeDraftInput["plans"];
  const id = key();
  await operator.api.policy.saveFeeDraft({ id, plans: cheaper, reason: "夏季让利", idempotencyKey: key() });
  const effectiveAt = world.clock.now() + 14 * DAY + HOUR;
  await finance.api.policy.scheduleFees({ id, effectiveAt: new Date(effectiveAt).toISOString(), reason: "复核通过", idempotencyKey: key() });
  await world.advanceTo(effectiveAt - HOUR);
  const orderId = await open();
  const before = (await ask(zhou, orderId, 6_000)).mine;
  await world.advanceTo(effectiveAt + HOUR);
  expect((await zhou.api.quotes.job({ orderId })).mine?.split).toEqual(before?.split);
  expect((await lin.api.quotes.preview({ orderId, askFenPerHour: 6_000, floorFenPerHour: null })).split.commissionFen).toBe(2_880);
  const { payment } = await choose(before?.id ?? "", 6_000);
  await world.pay(payment?.id ?? "", payment?.fen ?? 0);
  const taken = await zhou.api.orders.get({ orderId });
  expect(taken).toMatchObject({ state: "accepted", split: before?.split });
  await world.act(customer, orderId, { type: "cancel", reason: "enough" });
});

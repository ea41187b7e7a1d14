import { auditLedger, auditLog, type DifferenceKind, ledger, payments } from "@lingong/db";
import { DAY, HOUR } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reconcileYesterday } from "../src/finance/reconcile.ts";
import type { StatementLine } from "../src/index.ts";
import { createAdmin, signInAgain } from "./admins.ts";
import { codeOf, createWorld, key, morning, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;
let bookkeeper: Person;

beforeAll(async () => {
  world = await createWorld();
  [customer, worker] = [await world.customer(), await world.worker()];
  bookkeeper = await createAdmin(world, ["finance"]);
});
afterAll(() => world.database.drop());

let day = 2;
function nextStart(): { startsAt: string } {
  day += 1;
  return { startsAt: new Date(Math.max(world.clock.now(), morning + day * DAY) + 26 * HOUR).toISOString() };
}

const today = (): string => world.payment.statementDay(world.clock.now());

/** The provider's books gain a line. */
function told(line: Pick<StatementLine, "kind" | "objectId" | "reference" | "fen">): void {
  const { statementLines } = world.payment;
  statementLines.push({ ...line, id: String(statementLines.length + 1).padStart(6, "0"), at: world.clock.now() });
}

/** An order paid at the provider and booked by us; the provider's books say so too, unless told not to. */
async function paid(listed = true) {
  const { orderId, payment } = await world.place(customer, nextStart());
  const captureId = `pay_${key()}`;
  await world.pay(payment.id, payment.fen, captureId);
  if (listed) told({ kind: "capture", objectId: captureId, reference: payment.id, fen: payment.fen });
  return { orderId, paymentId: payment.id, captureId, fen: payment.fen };
}

async function reconcile(on = today()) {
  bookkeeper = await signInAgain(world, bookkeeper);
  await bookkeeper.api.finance.reconcile({ day: on, idempotencyKey: key() });
  const { days } = await bookkeeper.api.finance.reconciliations();
  return days.find((one) => one.day === on) ?? expect.fail("the day was not compared");
}

async function differences(): Promise<readonly (readonly [DifferenceKind, string, number | null, number | null])[]> {
  return (await reconcile()).differences.map(({ kind, reference, statementFen, ledgerFen }) => [kind, reference, statementFen, ledgerFen] as const);
}

/** The provider's books gain the refunds it made: of orders that expired on the way as well. */
async function tellRefunds(): Promise<void> {
  const known = new Set(world.payment.statementLines.map(({ reference }) => reference));
  for (const { key: name, fen } of world.payment.refunds.values()) {
    const made = (await payments.findIntent(world.services.db, name))?.state === "succeeded";
    if (made && !known.has(name)) told({ kind: "refund", objectId: `re_${name}`, reference: name, fen: -fen });
  }
}

/** Each test begins on a day of its own. */
async function nextDay(): Promise<void> {
  await world.advanceTo(world.clock.now() + DAY);
  await tellRefunds();
}

describe("the daily comparison with the provider's statement", () => {
  it("finds a payout of another amount, and none when it is right", async () => {
    const orderId = await world.startedOrder(customer, worker, nextStart());
    await world.advanceTo(world.clock.now() + 3 * HOUR);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    await world.act(customer, orderId, { type: "confirm" });
    await world.relay();
    const account = await bindAccount();
    await worker.api.wallet.withdraw({ amountFen: 5_000, accountId: account, idempotencyKey: key() });
    await world.relay();
    const [payout] = world.payment.payouts.values();
    const listed = (fen: number) => told({ kind: "payout", objectId: "po_1", reference: payout?.key ?? "", fen: -fen });
    expect(await differences()).toContainEqual(["not_in_statement", payout?.key, null, 4_950]);
    listed(4_951);
    expect(await differences()).toContainEqual(["amount_differs", payout?.key, 4_951, 4_950]);
    expect((await reconcile()).totals.payouts).toEqual({ statementFen: 4_951, ledgerFen: 4_950 });
  });

  it("finds nothing where both tell the same: a capture, a stray one and its refund, a refund of an order called off", async () => {
    await nextDay();
    const { orderId, paymentId } = await paid();
    await world.pay(paymentId, 15_000, "pay_stray");
    told({ kind: "capture", objectId: "pay_stray", reference: paymentId, fen: 15_000 });
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
    await world.relay();
    await tellRefunds();
    const found = await reconcile();
    expect(found).toMatchObject({ lines: 4, matched: 4, differing: 0, differences: [], byName: expect.any(String), complete: false });
    expect(found.totals).toEqual({
      captures: { statementFen: 30_000, ledgerFen: 30_000 },
      refunds: { statementFen: 30_000, ledgerFen: 30_000 },
      payouts: { statementFen: 0, ledgerFen: 0 },
    });
  });

  it("finds a missing webhook, an extra capture, an altered amount and a name that is nobody's, and changes nothing", async () => {
    await nextDay();
    const before = await ledger.findTrialBalance(world.services.db);
    const waiting = await world.place(customer, nextStart());
    told({ kind: "capture", objectId: "pay_unheard", reference: waiting.payment.id, fen: 15_000 });
    const double = await paid();
    told({ kind: "capture", objectId: "pay_second", reference: double.paymentId, fen: 15_000 });
    const altered = await paid(false);
    told({ kind: "capture", objectId: altered.captureId, reference: altered.paymentId, fen: 14_900 });
    told({ kind: "capture", objectId: "pay_foreign", reference: "somebody-elses", fen: 700 });
    told({ kind: "refund", objectId: "re_foreign", reference: "refund:nobodys", fen: -300 });
    expect(await differences()).toEqual([
      ["not_in_ledger", waiting.payment.id, 15_000, null],
      ["extra_capture", double.paymentId, 15_000, null],
      ["amount_differs", altered.paymentId, 14_900, 15_000],
      ["unknown_reference", "somebody-elses", 700, null],
      ["unknown_reference", "refund:nobodys", 300, null],
    ]);
    const after = await ledger.findTrialBalance(world.services.db);
    expect(after.entries).toBe(before.entries + 2);
    expect(await auditLedger(world.services.db)).toMatchObject({ mismatches: 0, findings: [] });
    expect((await customer.api.orders.get({ orderId: waiting.orderId })).state).toBe("awaiting_payment");
    expect((await reconcile()).differences[0]).toMatchObject({ orderId: waiting.orderId, objectId: "pay_unheard", what: "capture" });
  });

  it("finds a line that the provider has rewritten since it was read", async () => {
    await nextDay();
    const { paymentId } = await paid();
    expect(await differences()).toEqual([]);
    const { statementLines } = world.payment;
    statementLines.push({ ...(statementLines.pop() ?? expect.fail("no line")), fen: 14_000 });
    for (const _again of [1, 2]) expect(await differences()).toEqual([["amount_differs", paymentId, 14_000, 15_000]]);
  });

  it("no longer finds what the late webhook has booked", async () => {
    await nextDay();
    const waiting = await world.place(customer, nextStart());
    told({ kind: "capture", objectId: "pay_late", reference: waiting.payment.id, fen: 15_000 });
    expect((await differences()).map(([kind]) => kind)).toEqual(["not_in_ledger"]);
    await world.pay(waiting.payment.id, 15_000, "pay_late");
    expect(await differences()).toEqual([]);
  });

  it("finds what we booked and the provider does not list, and a refund it refused", async () => {
    await nextDay();
    const unlisted = await paid(false);
    const refused = await paid();
    world.payment.answer = "refused";
    await world.act(customer, refused.orderId, { type: "cancel", reason: "done" });
    await world.relay();
    world.payment.answer = "succeeded";
    const [refund] = await payments.listIntentsForOrder(world.services.db, refused.orderId);
    expect(await differences()).toEqual([
      ["not_in_statement", unlisted.paymentId, null, 15_000],
      ["failed_at_provider", refund?.key, null, 15_000],
    ]);
    expect(await bookkeeper.api.finance.moving()).toContainEqual(
      expect.objectContaining({ key: refund?.key, kind: "refund", state: "failed", orderId: refused.orderId, error: "account_closed" }),
    );
  });

  it("finds a refund done that we still wait for", async () => {
    await nextDay();
    const { orderId } = await paid();
    world.payment.answer = "accepted";
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
    await world.relay();
    world.payment.answer = "succeeded";
    const [refund] = await payments.listIntentsForOrder(world.services.db, orderId);
    expect(await differences()).toEqual([]);
    expect(await bookkeeper.api.finance.moving()).toContainEqual(expect.objectContaining({ key: refund?.key, state: "sent" }));
    told({ kind: "refund", objectId: "re_done", reference: refund?.key ?? "", fen: -15_000 });
    expect(await differences()).toEqual([["not_settled", refund?.key, 15_000, 15_000]]);
  });
});

async function bindAccount(): Promise<string> {
  const { id } = await worker.api.wallet.bindAccount({
    kind: "bank_card",
    institution: "招商银行",
    number: "6225880000000019",
    holderName: "周桂芳",
    idempotencyKey: key(),
  });
  return id;
}

describe("who may, and when", () => {
  it("is the bookkeepers' to run, theirs and the operators' to read, nobody else's", async () => {
    const [operator, reviewer] = [await createAdmin(world, ["operator"]), await createAdmin(world, ["reviewer"])];
    const ask = { day: today(), idempotencyKey: key() };
    expect(await codeOf(operator.api.finance.reconcile(ask))).toBe("wrong_role");
    expect(await codeOf(operator.api.finance.reconciliations())).toBe("accepted");
    for (const call of [
      () => reviewer.api.finance.reconciliations(),
      () => reviewer.api.finance.moving(),
      () => reviewer.api.finance.escrowAges(),
      () => reviewer.api.finance.accounts({ kind: "escrow" }),
      () => reviewer.api.finance.reconcile(ask),
      () => customer.api.finance.escrowAges(),
    ])
      expect(await codeOf(call())).toBe("wrong_role");
    expect(await codeOf(world.callerFor("admin", null).finance.moving())).toBe("not_signed_in");
  });

  it("answers a repeat with the first result, in one line of the audit log; refuses days to come and a silent provider", async () => {
    bookkeeper = await signInAgain(world, bookkeeper);
    const ask = { day: today(), idempotencyKey: key() };
    const lines = async () =>
      (await auditLog.list(world.services.db, { limit: 200 })).items.filter(({ action }) => action === "money.reconcile").length;
    const before = await lines();
    const answers = [await bookkeeper.api.finance.reconcile(ask), await bookkeeper.api.finance.reconcile(ask)];
    expect(answers[1]).toEqual(answers[0]);
    expect(await lines()).toBe(before + 1);
    expect(await codeOf(bookkeeper.api.finance.reconcile({ day: "2030-01-01", idempotencyKey: key() }))).toBe("invalid_input");
    expect(await codeOf(bookkeeper.api.finance.reconcile({ day: "yesterday", idempotencyKey: key() }))).toBe("invalid_input");
    world.payment.answer = "silence";
    expect(await codeOf(bookkeeper.api.finance.reconcile({ day: today(), idempotencyKey: key() }))).toBe("unavailable");
    world.payment.answer = "succeeded";
  });

  it("runs by itself for the day that is over, and says in the log what differs", async () => {
    await nextDay();
    const { paymentId } = await paid(false);
    const over = today();
    await nextDay();
    await reconcileYesterday(world.services);
    bookkeeper = await signInAgain(world, bookkeeper);
    const found = (await bookkeeper.api.finance.reconciliations()).days.find((one) => one.day === over);
    expect(found?.byName).toBeNull();
    expect(found?.differences).toContainEqual(expect.objectContaining({ kind: "not_in_statement", reference: paymentId }));
    expect(world.logger.lines.join()).toContain("the payment provider's statement and the ledger differ");
  });
});

describe("where the money lies", () => {
  it("escrows by age and wallets by name add up to the trial balance", async () => {
    bookkeeper = await signInAgain(world, bookkeeper);
    await world.paidOrder(customer, nextStart());
    const { api } = bookkeeper;
    const [ages, escrows, wallets, balance] = [
      await api.finance.escrowAges(),
      await api.finance.accounts({ kind: "escrow", limit: 100 }),
      await api.finance.accounts({ kind: "worker" }),
      await api.admin.trialBalance(),
    ];
    const total = (items: readonly { fen: number }[]) => items.reduce((sum, { fen }) => sum + fen, 0);
    const of = (kind: string) => total(balance.rows.filter((row) => row.kind === kind));
    expect(total(ages.ages)).toBe(of("escrow"));
    expect(total(escrows.items)).toBe(of("escrow"));
    expect(total(wallets.items)).toBe(of("worker"));
    expect(wallets.items[0]).toMatchObject({ account: `worker:${worker.id}`, ownerName: "周桂芳" });
    expect(ages.ages.map(({ fromHours, untilHours }) => [fromHours, untilHours])).toEqual([
      [0, 24],
      [24, 72],
      [72, 168],
      [168, 720],
      [720, null],
    ]);
    expect(ages.ages[0]?.orders).toBeGreaterThan(0);
    expect(ages.oldest[0]).toMatchObject({ fen: expect.any(Number), state: expect.any(String) });
    const first = await api.finance.accounts({ kind: "escrow", limit: 1 });
    const second = await api.finance.accounts({ kind: "escrow", limit: 1, cursor: first.nextCursor });
    expect(second.items[0]?.account).not.toBe(first.items[0]?.account);
  });
});

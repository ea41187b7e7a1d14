import { ledger, payments, postEntry, users, wallet } from "@lingong/db";
import { DAY, HOUR } from "@lingong/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobs, receivePaymentEvent } from "../src/index.ts";
import { codeOf, createWorld, key, morning, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let operator: Person;
let people = 0;

/** Somebody in the admin app. */
async function admin(roles: string[]): Promise<Person> {
  const phone = world.nextPhone();
  const person = await world.signIn("customer", phone);
  await person.api.accounts.setPassword({ password: "correct horse 7" });
  await users.update(world.services.db, person.id, { adminRoles: roles });
  await world.advanceTo(world.clock.now() + 61_000);
  const anonymous = world.callerFor("admin", null);
  await anonymous.accounts.requestCode({ phone });
  const code = (await world.sms.messages(phone))[0]?.code ?? "";
  const { token } = await anonymous.accounts.signInWithPassword({ phone, password: "correct horse 7", code, transport: "bearer" });
  return { id: person.id, phone, token: token ?? "", api: world.callerFor("admin", token) };
}

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  operator = await admin(["operator"]);
});
beforeEach(() => {
  world.payment.answer = "succeeded";
});
afterAll(() => world.database.drop());

/** A card number: digits with their Luhn check. */
function card(): string {
  people += 1;
  const digits = `62220200000${String(people).padStart(7, "0")}`;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const holderName = "周桂芳";

/** A worker with money in the wallet (a tip's way in) and a card to withdraw to. */
async function earner(fen: number): Promise<Person & { readonly accountId: string }> {
  const person = await world.worker({ online: false, name: holderName });
  const escrow = `escrow:${key()}` as const;
  const transfers = [
    { from: "gateway:testpay", to: escrow, fen },
    { from: escrow, to: `worker:${person.id}`, fen },
  ] as const;
  await postEntry(world.services.db, { key: `test:${person.id}`, reason: "tip", transfers }, { at: world.clock.now(), orderId: null });
  const { id } = await person.api.wallet.bindAccount({
    idempotencyKey: key(),
    kind: "bank_card",
    institution: "工商银行",
    number: card(),
    holderName,
  });
  return { ...person, accountId: id };
}

const withdraw = (person: Person & { readonly accountId: string }, amountFen: number, idempotencyKey = key()) =>
  person.api.wallet.withdraw({ idempotencyKey, amountFen, accountId: person.accountId });

async function expectBalanced(): Promise<void> {
  const { sum, rows } = await ledger.findTrialBalance(world.services.db);
  expect(sum).toBe(0);
  expect(rows.filter(({ kind, fen }) => (kind === "escrow" || kind === "worker") && fen < 0)).toEqual([]);
}

describe("payout accounts", () => {
  it("belong to the worker named by the real-name check: another holder's card is refused", async () => {
    const person = await world.worker({ online: false, name: holderName });
    const bind = (change: object) =>
      person.api.wallet.bindAccount({ idempotencyKey: key(), kind: "bank_card", institution: "工商银行", number: card(), holderName, ...change });
    expect(await codeOf(bind({ holderName: "周桂芬" }))).toBe("account_holder_differs");
    expect(await codeOf(bind({ number: "6222020000000000001" }))).toBe("card_invalid");
    expect(await codeOf(bind({ kind: "e_wallet", institution: "PayPal", number: "13800138000" }))).toBe("invalid_input");
    expect(await codeOf(bind({ kind: "e_wallet", institution: "alipay", number: "=cmd()" }))).toBe("account_invalid");
    expect(await person.api.wallet.payoutAccounts()).toEqual([]);
    expect(await bind({ holderName: "周 桂芳" })).toMatchObject({ kind: "bank_card" });
  });

  it("have one owner; one mobile number may have an account with each e-wallet", async () => {
    const [one, other] = [await earner(100), await earner(100)];
    const number = card();
    const mine = { idempotencyKey: key(), kind: "bank_card" as const, institution: "招商银行", number, holderName };
    await one.api.wallet.bindAccount(mine);
    expect(await codeOf(other.api.wallet.bindAccount({ ...mine, idempotencyKey: key() }))).toBe("account_taken");
    const phone = { kind: "e_wallet" as const, number: "138 0013 8000", holderName };
    const alipay = await one.api.wallet.bindAccount({ ...phone, idempotencyKey: key(), institution: "支付宝" });
    const wechat = await one.api.wallet.bindAccount({ ...phone, idempotencyKey: key(), institution: "wechat" });
    expect([alipay, wechat].map(({ institution, numberMasked }) => [institution, numberMasked])).toEqual([
      ["alipay", "138****8000"],
      ["wechat", "138****8000"],
    ]);
    expect(await codeOf(other.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 100, accountId: alipay.id }))).toBe("account_not_bound");
    expect(await codeOf(other.api.wallet.removeAccount({ accountId: alipay.id }))).toBe("not_found");
    const { rows } = await world.database.pool.query("select row_to_json(p)::text as row from payout_accounts p");
    expect(JSON.stringify(rows)).not.toMatch(/13800138000|周桂芳/);
    await one.api.wallet.removeAccount({ accountId: alipay.id });
    expect(await codeOf(one.api.wallet.removeAccount({ accountId: alipay.id }))).toBe("accepted");
    expect(await codeOf(one.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 100, accountId: alipay.id }))).toBe("account_not_bound");
  });
});

describe("bad input to a withdrawal", () => {
  it("is refused by its own code, and nothing moves", async () => {
    const person = await earner(10_000);
    const before = await ledger.findTrialBalance(world.services.db);
    const refused: [unknown, string][] = [
      [0, "amount_invalid"],
      [-100, "invalid_input"],
      [100.5, "invalid_input"],
      [2 ** 53, "invalid_input"],
      [2 ** 53 + 2, "invalid_input"],
      [Number.NaN, "invalid_input"],
      ["100", "invalid_input"],
      [99, "withdrawal_too_small"],
      [10_001, "balance_too_low"],
    ];
    for (const [amountFen, code] of refused) expect([amountFen, await codeOf(withdraw(person, amountFen as number))]).toEqual([amountFen, code]);
    expect(await codeOf(person.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 100, accountId: key() }))).toBe("account_not_bound");
    await person.api.accounts.signOutEverywhere();
    expect(await codeOf(withdraw(person, 100))).toBe("session_expired");
    expect(await codeOf(world.callerFor("worker", null).wallet.withdraw({ idempotencyKey: key(), amountFen: 100, accountId: key() }))).toBe(
      "not_signed_in",
    );
    expect(await codeOf(customer.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 100, accountId: key() }))).toBe("wrong_role");
    expect(await ledger.findTrialBalance(world.services.db)).toEqual(before);
  });

  it("under a key used before is the first answer, or refused when it asks for something else", async () => {
    const person = await earner(10_000);
    const once = key();
    const answers = await Promise.all(Array.from({ length: 5 }, () => withdraw(person, 1_000, once)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await codeOf(withdraw(person, 2_000, once))).toBe("idempotency_key_reused");
    expect(await wallet.findBalance(world.services.db, person.id)).toBe(9_000);
  });
});

describe("withdrawals at once", () => {
  it("never take out more than is there", async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await earner(10_000);
      const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(withdraw(person, 6_000))));
      expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
      expect(codes.filter((code) => code === "balance_too_low")).toHaveLength(7);
      expect(await wallet.findBalance(world.services.db, person.id)).toBe(4_000);
    }
    await expectBalanced();
  });
});

describe("a payout that fails", () => {
  it("returns amount and fee in one entry, tells why, and may be asked for again", async () => {
    const person = await earner(10_000);
    world.payment.answer = "refused";
    const { id } = await withdraw(person, 10_000);
    expect(await wallet.findBalance(world.services.db, person.id)).toBe(0);
    await world.relay();
    const [line] = (await person.api.wallet.statement({})).items;
    expect(line).toMatchObject({ reason: "withdrawal_returned", withdrawalId: id, fen: 10_000, balanceFen: 10_000, split: { feeFen: 100 } });
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "failed", failureReason: "account_closed" });
    expect((await person.api.notifications.list({})).items[0]).toMatchObject({ kind: "withdrawal_returned", data: { failure: "account_closed" } });
    world.payment.answer = "succeeded";
    const again = await withdraw(person, 10_000);
    await world.relay();
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id: again.id, state: "paid" });
    await expectBalanced();
  });
});

describe("a payout without an answer", () => {
  it("is asked about and never paid twice: its answer was lost", async () => {
    const person = await earner(10_000);
    world.payment.answer = "lost";
    const { id } = await withdraw(person, 5_000);
    const intent = `payout:${id}`;
    await world.relay();
    expect(await payments.findIntent(world.services.db, intent)).toMatchObject({ state: "sent", attempts: 1 });
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "sent" });
    await jobs.intent(world.services, { id: intent });
    expect(world.payment.lookedUp).toContain(intent);
    expect(await payments.findIntent(world.services.db, intent)).toMatchObject({ state: "succeeded", attempts: 1 });
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "paid" });
    expect(await wallet.findBalance(world.services.db, person.id)).toBe(5_000);
  });

  it("goes out again when it left no trace at the provider", async () => {
    const person = await earner(10_000);
    world.payment.answer = "silence";
    const { id } = await withdraw(person, 5_000);
    const intent = `payout:${id}`;
    await world.relay();
    await expect(jobs.intent(world.services, { id: intent })).rejects.toThrow("no answer");
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "sent" });
    world.payment.answer = "succeeded";
    await jobs.intent(world.services, { id: intent });
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "paid" });
    await expectBalanced();
  });
});

describe("a hold", () => {
  const hold = (by: Person, userId: string, held: boolean, reason = "核对银行卡") =>
    by.api.admin.setPayoutHold({ idempotencyKey: key(), userId, held, reason });

  it("keeps the money in the wallet with its reason, and what had not left waits until it is lifted", async () => {
    const person = await earner(10_000);
    const { id } = await withdraw(person, 2_000);
    await hold(operator, person.id, true);
    await world.advanceTo(world.clock.now() + HOUR);
    await world.relay();
    // Looked at and put behind the others that wait: what is held never keeps the sweep from them.
    expect(await payments.findIntent(world.services.db, `payout:${id}`)).toMatchObject({
      state: "pending",
      attempts: 0,
      updatedAt: world.clock.now(),
    });
    expect(world.payment.payouts.has(`payout:${id}`)).toBe(false);
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "requested" });
    expect(await codeOf(withdraw(person, 1_000))).toBe("payouts_held");
    expect((await person.api.wallet.previewWithdrawal({ amountFen: 1_000 })).problem).toBe("payouts_held");
    expect((await person.api.wallet.summary()).hold).toMatchObject({ reason: "核对银行卡" });
    expect((await person.api.notifications.list({})).items[0]).toMatchObject({ kind: "payouts_held", data: { reason: "核对银行卡" } });
    expect((await operator.api.admin.person({ userId: person.id })).payoutHold).toMatchObject({ reason: "核对银行卡" });
    expect(await codeOf(hold(operator, person.id, true))).toBe("conflict");

    await hold(operator, person.id, false, "核对无误");
    await world.relay();
    expect(world.payment.payouts.get(`payout:${id}`)).toMatchObject({ fen: 1_980 });
    expect((await person.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "paid" });
    expect(await codeOf(withdraw(person, 1_000))).toBe("accepted");
    expect(await codeOf(hold(operator, person.id, false))).toBe("conflict");
    const log = (await operator.api.admin.auditLog({})).items.filter(({ subject }) => subject === `user:${person.id}`);
    expect(log.filter(({ action }) => action.startsWith("payouts.")).map(({ action, details }) => [action, details.reason])).toEqual([
      ["payouts.lift", "核对无误"],
      ["payouts.hold", "核对银行卡"],
    ]);
  });

  it("is for finance and operators, of workers, once per key", async () => {
    const person = await earner(100);
    const [arbitrator, finance] = [await admin(["arbitrator"]), await admin(["finance"])];
    expect(await codeOf(hold(arbitrator, person.id, true))).toBe("wrong_role");
    expect(await codeOf(hold(finance, customer.id, true))).toBe("not_found");
    expect(await codeOf(person.api.admin.setPayoutHold({ idempotencyKey: key(), userId: person.id, held: true, reason: "我" }))).toBe("wrong_role");
    expect(await codeOf(hold(finance, person.id, true, "  "))).toBe("invalid_input");
    const input = { idempotencyKey: key(), userId: person.id, held: true, reason: "同一次点按" };
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(finance.api.admin.setPayoutHold(input))));
    expect(codes).toEqual(["accepted", "accepted", "accepted"]);
  });

  it("and a withdrawal at the same moment end in one of two ways: refused, or kept back whole", async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await earner(10_000);
      const [code] = await Promise.all([codeOf(withdraw(person, 5_000)), hold(operator, person.id, true)]);
      await world.relay();
      expect(["accepted", "payouts_held"]).toContain(code);
      for (const { id, state } of (await person.api.wallet.withdrawals({})).items)
        expect([state, world.payment.payouts.has(`payout:${id}`)]).toEqual(["requested", false]);
      expect(await wallet.findBalance(world.services.db, person.id)).toBe(code === "accepted" ? 5_000 : 10_000);
    }
    await expectBalanced();
  });
});

describe("the statement", () => {
  it("shows a month's orders with their split, adds up, and ends where the balance is", async () => {
    await world.advanceTo(morning + 2 * DAY);
    const worker = await world.worker({ name: holderName });
    const orderId = await world.startedOrder(customer, worker, { startsAt: new Date(world.clock.now() + 26 * HOUR).toISOString() });
    await world.advanceTo(world.clock.now() + 2 * HOUR);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    await world.act(customer, orderId, { type: "confirm" });
    const order = await customer.api.orders.get({ orderId });
    const { workerNetFen, commissionFen, refundedFen } = order.money;
    expect([workerNetFen, commissionFen, refundedFen].every((fen) => fen > 0)).toBe(true);
    const { id: accountId } = await worker.api.wallet.bindAccount({
      idempotencyKey: key(),
      kind: "bank_card",
      institution: "工商银行",
      number: card(),
      holderName,
    });
    await worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 1_000, accountId });
    await world.relay();

    const month = "2026-11";
    const { items } = await worker.api.wallet.statement({ month });
    expect(items).toEqual([
      expect.objectContaining({ reason: "withdrawal", fen: -1_000, balanceFen: workerNetFen - 1_000, order: null }),
      expect.objectContaining({
        reason: "settlement",
        orderId,
        fen: workerNetFen,
        balanceFen: workerNetFen,
        order: expect.objectContaining({ code: order.code }),
        split: { releasedFen: workerNetFen + commissionFen, commissionFen, refundFen: refundedFen, feeFen: 0 },
      }),
    ]);
    expect(items[0]?.split).toEqual({ releasedFen: 0, commissionFen: 0, refundFen: 0, feeFen: 10 });
    expect(await worker.api.wallet.statementMonth({ month })).toMatchObject({
      firstMonth: month,
      lastMonth: month,
      openingFen: 0,
      earnedFen: workerNetFen,
      commissionFen,
      withdrawnFen: 1_000,
      returnedFen: 0,
      closingFen: workerNetFen - 1_000,
      orders: 1,
      lines: 2,
    });
    expect(await worker.api.wallet.statementMonth({ month: "2026-10" })).toMatchObject({ openingFen: 0, closingFen: 0, lines: 0 });
    expect(await worker.api.wallet.statementMonth({ month: "2026-12" })).toMatchObject({ openingFen: workerNetFen - 1_000, lines: 0 });
    expect((await worker.api.wallet.statement({ month: "2026-10" })).items).toEqual([]);
    for (const wrong of ["2026-13", "26-01", "2026-11-01", "9999-12"])
      expect(await codeOf(worker.api.wallet.statement({ month: wrong }))).toBe("invalid_input");
    const earnings = await worker.api.wallet.earnings({ period: "month", day: `${month}-01` });
    expect(earnings.items[0]).toMatchObject({
      customerPaysFen: workerNetFen + commissionFen,
      commissionFen,
      netFen: workerNetFen,
      parts: [{ reason: "settlement", fen: workerNetFen }],
    });
  });

  it("tells a later word of the provider once", async () => {
    const person = await earner(10_000);
    world.payment.answer = "accepted";
    const { id } = await withdraw(person, 5_000);
    await world.relay();
    const failed = { kind: "payout_failed", eventId: key(), at: 0, key: `payout:${id}`, fen: 4_950, reason: "bank_unavailable" } as const;
    await Promise.all([receivePaymentEvent(world.services, failed), receivePaymentEvent(world.services, { ...failed, eventId: key() })]);
    await jobs.intent(world.services, { id: `payout:${id}` });
    expect(await wallet.findBalance(world.services.db, person.id)).toBe(10_000);
    expect((await person.api.wallet.statement({})).items.map(({ reason }) => reason)).toEqual(["withdrawal_returned", "withdrawal", "tip"]);
  });
});

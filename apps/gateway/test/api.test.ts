import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/index.ts";
import { type Answer, type Call, call, checkoutBody, merchants, openCheckout, press, startTestGateway, until } from "./merchant.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const ask = (options: Call) => call(gateway, options);
const codeOf = ({ status, body }: Answer) => [status, body.error?.code];

describe("who signs", () => {
  it("refuses a stranger, a wrong secret, and every part that was changed on the way", async () => {
    const body = checkoutBody();
    const path = "/v1/checkouts";
    const [lingong, other] = merchants;
    expect(codeOf(await ask({ path, body, tamper: { "x-gateway-merchant": "nobody" } }))).toEqual([401, "unknown_merchant"]);
    expect(codeOf(await ask({ path, body, tamper: { "x-gateway-merchant": null } }))).toEqual([401, "unknown_merchant"]);
    const spoiled: readonly Partial<Call>[] = [
      { merchant: { ...lingong, secret: other.secret } as unknown as (typeof merchants)[number] },
      { tamper: { "x-gateway-merchant": other.id } },
      { tamper: { "x-gateway-signature": "" } },
      { tamper: { "x-gateway-signature": "v1=00" } },
      { tamper: { "x-gateway-signature": null } },
      { tamper: { "x-gateway-nonce": randomUUID() } },
      { tamper: { "x-gateway-nonce": null } },
      { tamper: { "x-gateway-timestamp": String(Date.now() + 5) } },
      { tamper: { "idempotency-key": randomUUID() } },
      { signed: { path: "/v1/refunds" } },
      { signed: { method: "PUT" } },
      { signed: { body: Buffer.from(JSON.stringify({ ...body, amountFen: 1 })) } },
    ];
    for (const change of spoiled) expect(codeOf(await ask({ path, body, ...change }))).toEqual([401, "bad_signature"]);
    expect((await ask({ path, body })).status).toBe(201);
  });

  it("refuses what was signed more than five minutes away, or with no instant at all", async () => {
    for (const timestamp of [String(Date.now() - 301_000), String(Date.now() + 301_000), "", "soon", "-1", "1e12"]) {
      expect(codeOf(await ask({ path: "/v1/merchant", timestamp }))).toEqual([401, "timestamp_out_of_window"]);
    }
    expect((await ask({ path: "/v1/merchant", timestamp: String(Date.now() - 290_000) })).status).toBe(200);
  });

  it("takes a recorded request once", async () => {
    const recorded = { path: "/v1/checkouts", body: checkoutBody(), nonce: randomUUID(), timestamp: String(Date.now()), key: randomUUID() };
    expect((await ask(recorded)).status).toBe(201);
    expect(codeOf(await ask(recorded))).toEqual([401, "nonce_reused"]);
  });
});

describe("idempotency", () => {
  it("answers a repeat with the first answer, and refuses the key for anything else", async () => {
    const key = randomUUID();
    const body = checkoutBody();
    const first = await ask({ path: "/v1/checkouts", body, key });
    const repeat = await ask({ path: "/v1/checkouts", body, key });
    expect(repeat.body).toEqual(first.body);
    expect(repeat.headers.get("idempotent-replayed")).toBe("true");
    expect(codeOf(await ask({ path: "/v1/checkouts", body: { ...body, amountFen: 1 }, key }))).toEqual([409, "idempotency_key_reused"]);
    expect(codeOf(await ask({ path: "/v1/refunds", body, key }))).toEqual([400, "invalid_request"]);
    expect((await ask({ path: "/v1/checkouts", body, key, merchant: merchants[1] })).status).toBe(201);
  });

  it("does a thing once for repeats that come at the same time", async () => {
    const checkout = await openCheckout(gateway);
    await press(checkout.url);
    const [key, reference] = [randomUUID(), randomUUID()];
    const body = { reference, paymentReference: checkout.reference, amountFen: 100 };
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask({ path: "/v1/refunds", body, key })));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const { body: after } = await ask({ path: `/v1/checkouts/${checkout.id}` });
    expect((after.payments as { refundedFen: number }[])[0]?.refundedFen).toBe(100);
  });

  it("remembers no refusal, so that it may be asked again when things have changed", async () => {
    const checkout = await openCheckout(gateway);
    const body = { reference: randomUUID(), paymentReference: checkout.reference, amountFen: 100 };
    const key = randomUUID();
    expect(codeOf(await ask({ path: "/v1/refunds", body, key }))).toEqual([404, "not_found"]);
    await press(checkout.url);
    expect((await ask({ path: "/v1/refunds", body, key })).status).toBe(201);
  });

  it("asks for a key", async () => {
    for (const key of ["short", "with space in it", "x".repeat(129)]) {
      expect(codeOf(await ask({ path: "/v1/checkouts", body: checkoutBody(), key }))).toEqual([400, "idempotency_key_missing"]);
    }
  });
});

describe("input", () => {
  it.each([
    ["amountFen", [0, -1, 0.5, 1e11, "15000", null, Number.MAX_SAFE_INTEGER + 1]],
    ["currency", ["USD", "cny", ""]],
    ["reference", ["", "x".repeat(129), "line\nbreak", "空格", 7]],
    ["description", ["", "   ", "x".repeat(201)]],
    ["returnUrl", ["javascript:alert(1)", "/orders/1", "data:text/html,x", "ftp://x/y", `http://x/${"y".repeat(2_000)}`]],
    ["expiresInSeconds", [0, -5, 86_401, 1.5]],
    ["scenario", [{ delayMs: -1 }, { duplicates: 21 }, { captures: 4 }, { fail: "because" }, { unheardOf: 1 }]],
    ["unheardOf", [1]],
  ])("refuses a checkout whose %s does not fit", async (field, values) => {
    for (const value of values) {
      const answer = await ask({ path: "/v1/checkouts", body: checkoutBody({ [field]: value }) });
      expect(codeOf(answer)).toEqual([400, "invalid_request"]);
      expect(JSON.stringify(answer.body)).toContain(field);
    }
  });

  it("refuses broken JSON, no JSON, another media type and ten megabytes, each by its own code", async () => {
    const path = "/v1/checkouts";
    expect(codeOf(await ask({ path, raw: Buffer.from('{"amountFen":') }))).toEqual([400, "broken_json"]);
    expect(codeOf(await ask({ path, raw: Buffer.from([0xff, 0xfe, 0x00]) }))).toEqual([400, "broken_json"]);
    expect(codeOf(await ask({ path, raw: Buffer.from("[]") }))).toEqual([400, "invalid_request"]);
    expect(codeOf(await ask({ path, body: checkoutBody(), tamper: { "content-type": "text/plain" } }))).toEqual([415, "unsupported_media_type"]);
    expect(codeOf(await ask({ path, raw: Buffer.alloc(10_000_000, 32) }))).toEqual([413, "too_large"]);
    expect((await ask({ path, body: checkoutBody() })).status).toBe(201);
  });

  it("refuses payees and payouts that cannot be", async () => {
    for (const account of ["6225760008219525", "622576000821", "", "6225 7600 0821 9524", "x".repeat(5_000)]) {
      expect(codeOf(await ask({ path: "/v1/payees", body: { kind: "bank_card", account } }))).toEqual([400, "invalid_request"]);
    }
    const payout = { reference: randomUUID(), payeeId: `payee_${"0".repeat(32)}`, amountFen: 100 };
    expect(codeOf(await ask({ path: "/v1/payouts", body: payout }))).toEqual([404, "payee_unknown"]);
    expect(codeOf(await ask({ path: "/v1/payouts", body: { ...payout, amountFen: 0 } }))).toEqual([400, "invalid_request"]);
  });

  it("keeps and shows no account number", async () => {
    const { body } = await ask({ path: "/v1/payees", body: { kind: "bank_card", account: "6225760008219524" } });
    expect(body.masked).toBe("•••• 9524");
    expect(JSON.stringify(body)).not.toContain("622576");
    const again = await ask({ path: "/v1/payees", body: { kind: "bank_card", account: "6225760008219524" } });
    expect(again.body.id).toBe(body.id);
  });

  it("answers not_found for what is not there, in JSON", async () => {
    for (const path of ["/v1/checkouts/cs_0", `/v1/refunds/${randomUUID()}`, "/v1/payouts/po_x", "/v1/nothing"]) {
      expect(codeOf(await ask({ path }))).toEqual([404, "not_found"]);
    }
  });
});

describe("merchants", () => {
  it("see nothing of each other and touch nothing of each other", async () => {
    const checkout = await openCheckout(gateway);
    await press(checkout.url);
    const merchant = merchants[1];
    expect(codeOf(await ask({ path: `/v1/checkouts/${checkout.id}`, merchant }))).toEqual([404, "not_found"]);
    expect((await ask({ path: `/v1/checkouts?reference=${checkout.reference}`, merchant })).body).toEqual({ checkouts: [] });
    const refund = { reference: randomUUID(), paymentReference: checkout.reference, amountFen: 1 };
    expect(codeOf(await ask({ path: "/v1/refunds", body: refund, merchant }))).toEqual([404, "not_found"]);
    const payee = await ask({ path: "/v1/payees", body: { kind: "wallet", account: "zhou@example.com" } });
    const payout = { reference: randomUUID(), payeeId: payee.body.id, amountFen: 1 };
    expect(codeOf(await ask({ path: "/v1/payouts", body: payout, merchant }))).toEqual([404, "payee_unknown"]);
    const events = await ask({ path: "/v1/events", merchant });
    expect(JSON.stringify(events.body)).not.toContain(checkout.id);
  });

  it("set how their payments, refunds and payouts behave, until they set it anew", async () => {
    const merchant = merchants[1];
    const behaviour = { payment: { fail: "risk_refused" }, refund: {}, payout: { fail: "limit_exceeded", delayMs: 0 } };
    const change = (value: unknown) => ask({ path: "/v1/merchant", method: "PATCH", body: { behaviour: value }, merchant });
    expect((await change(behaviour)).body).toMatchObject({ id: "other", behaviour });
    const { body } = await ask({ path: "/v1/checkouts", body: checkoutBody(), merchant });
    await press(String(body.url));
    expect((await ask({ path: `/v1/checkouts/${body.id}`, merchant })).body).toMatchObject({ state: "open", lastFailure: "risk_refused" });
    expect(codeOf(await change({ payment: { fail: "nonsense" } }))).toEqual([400, "invalid_request"]);
    await change({});
    await press(String(body.url));
    expect((await ask({ path: `/v1/checkouts/${body.id}`, merchant })).body).toMatchObject({ state: "paid", lastFailure: null });
  });
});

describe("refunds", () => {
  it("give the amount back to the payment when they fail", async () => {
    const checkout = await openCheckout(gateway);
    await press(checkout.url);
    const failing = { reference: randomUUID(), paymentReference: checkout.reference, amountFen: 15_000, scenario: { fail: "bank_unavailable" } };
    await ask({ path: "/v1/refunds", body: failing });
    const failed = await until(
      () => ask({ path: `/v1/refunds/${failing.reference}` }),
      ({ body }) => body.state !== "pending",
    );
    expect(failed.body).toMatchObject({ state: "failed", failure: "bank_unavailable" });
    const again = { reference: randomUUID(), paymentReference: checkout.reference, amountFen: 15_000 };
    expect((await ask({ path: "/v1/refunds", body: again })).status).toBe(201);
    const done = await until(
      () => ask({ path: `/v1/refunds/${again.reference}` }),
      ({ body }) => body.state !== "pending",
    );
    expect(done.body.state).toBe("succeeded");
  });

  it("by reference go to the capture that still holds the amount, when the bank charged twice", async () => {
    const checkout = await openCheckout(gateway);
    await press(checkout.url, { captures: "2" });
    const refund = () => ask({ path: "/v1/refunds", body: { reference: randomUUID(), paymentReference: checkout.reference, amountFen: 15_000 } });
    const [one, two, three] = [await refund(), await refund(), await refund()];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.paymentId).not.toBe(two.body.paymentId);
    expect(codeOf(three)).toEqual([409, "refund_exceeds_captured"]);
    expect(three.body.error?.details).toEqual({ refundableFen: 0 });
  });

  it("name one payment, by id or by reference", async () => {
    const base = { reference: randomUUID(), amountFen: 1 };
    expect(codeOf(await ask({ path: "/v1/refunds", body: base }))).toEqual([400, "invalid_request"]);
    const both = { ...base, paymentReference: "x", paymentId: `pay_${"0".repeat(32)}` };
    expect(codeOf(await ask({ path: "/v1/refunds", body: both }))).toEqual([400, "invalid_request"]);
  });
});

describe("books", () => {
  it("hold each movement once, page by page, and add up to the day's totals", async () => {
    const own = await startTestGateway();
    for (let index = 0; index < 5; index += 1) {
      const checkout = await openCheckout(own, { amountFen: 1_000 + index });
      await press(checkout.url);
      if (index < 2) await call(own, { path: "/v1/refunds", body: { reference: `r-${index}`, paymentReference: checkout.reference, amountFen: 10 } });
    }
    const day = Temporal.Now.zonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
    await until(
      () => call(own, { path: `/v1/statement?day=${day}` }),
      ({ body }) => (body.lines as unknown[]).length === 7,
    );
    const lines: { id: string; fen: number; kind: string }[] = [];
    let after = "";
    for (let page = 0; page < 10; page += 1) {
      const { body } = await call(own, { path: `/v1/statement?day=${day}&limit=3${after}` });
      lines.push(...(body.lines as typeof lines));
      if (body.next === null) {
        expect(body.totals).toEqual({ captures: { count: 5, fen: 5_010 }, refunds: { count: 2, fen: -20 }, payouts: { count: 0, fen: 0 } });
        break;
      }
      after = `&after=${body.next}`;
    }
    expect(new Set(lines.map(({ id }) => id)).size).toBe(7);
    expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(4_990);
    const yesterday = Temporal.Now.zonedDateTimeISO("Asia/Shanghai").toPlainDate().subtract({ days: 2 }).toString();
    expect((await call(own, { path: `/v1/statement?day=${yesterday}` })).body).toMatchObject({ complete: true, lines: [], next: null });
    await own.stop();
  });

  it("refuse a day that is none and a page without measure", async () => {
    for (const query of ["", "day=2026-02-30", "day=yesterday", "day=2026-03-17&limit=0", "day=2026-03-17&limit=501", "day=2026-03-17&after=x"]) {
      expect(codeOf(await ask({ path: `/v1/statement?${query}` }))).toEqual([400, "invalid_request"]);
    }
  });

  it("list events from after the one named, without gap or repeat", async () => {
    const own = await startTestGateway();
    for (let index = 0; index < 4; index += 1) await press((await openCheckout(own)).url);
    const ids: string[] = [];
    let after = "";
    for (let page = 0; page < 10; page += 1) {
      const { body } = await call(own, { path: `/v1/events?limit=3${after}` });
      ids.push(...(body.events as { id: string }[]).map(({ id }) => id));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    await own.stop();
  });
});

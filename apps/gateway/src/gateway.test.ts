import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startDueLoop } from "./due-loop.ts";
import { BadEnvironment, readEnvironment } from "./environment.ts";
import { html } from "./page/html.ts";
import { chooseLanguage, failureText, fill, formatFen, messagesOf } from "./page/messages.ts";
import { isCardNumber } from "./payments/payees.ts";
import { failureReasons, mergeScenarios } from "./scenario.ts";
import { isTimely, sameSignature, signRequest, signWebhook } from "./signature.ts";
import { backoffMs, usualWebhookTiming } from "./webhooks/deliveries.ts";

describe("signatures", () => {
  const request = {
    method: "POST",
    path: "/v1/refunds?x=1",
    timestamp: "1773724800000",
    nonce: "nonce-0123456789",
    idempotencyKey: "key-1",
    body: Buffer.from("{}"),
  };

  it("are HMAC-SHA256 over the documented lines", () => {
    // openssl dgst -sha256 -hmac 'secret' over "request\nPOST\n/v1/refunds?x=1\n1773724800000\nnonce-0123456789\nkey-1\n<sha256 of {}>"
    expect(signRequest("secret", request)).toBe("v1=1819b4d0f065cebe2947eb77dd0c9e585e377690186a105ae1a888e9e77cbc08");
    expect(signWebhook("secret", { timestamp: "1773724800000", eventId: "evt_1", body: Buffer.from("{}") })).toBe(
      "v1=b9c392223995481f81f569e952d862a305813a787f4a64a3f16410fb5f3d1905",
    );
  });

  it("differ by every part, and a webhook's is never a request's", () => {
    const changes = [
      { method: "PUT" },
      { path: "/v1/refunds" },
      { timestamp: "1" },
      { nonce: "other" },
      { idempotencyKey: "" },
      { body: Buffer.from("{ }") },
    ];
    const all = [
      signRequest("secret", request),
      signRequest("Secret", request),
      ...changes.map((change) => signRequest("secret", { ...request, ...change })),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(sameSignature("v1=ab", "v1=ab")).toBe(true);
    expect(sameSignature("v1=ab", "v1=ac")).toBe(false);
    expect(sameSignature("v1=ab", "")).toBe(false);
  });

  it("count for five minutes either way", () => {
    const now = 1_773_724_800_000;
    expect([now - 300_000, now, now + 300_000].every((at) => isTimely(String(at), now))).toBe(true);
    expect([String(now - 300_001), String(now + 300_001), "", "x", " 1773724800000", "NaN"].some((text) => isTimely(text, now))).toBe(false);
  });
});

describe("back-off", () => {
  it("doubles to its limit and spreads by a fifth", () => {
    const waits = [1, 2, 3, 4, 7, 8, 500].map((attempts) => backoffMs(usualWebhookTiming, attempts, 0.5));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000, 30_000]);
    expect([backoffMs(usualWebhookTiming, 1, 0), backoffMs(usualWebhookTiming, 1, 0.999_999)]).toEqual([400, 600]);
  });
});

describe("scenarios", () => {
  it("are overridden field by field, and an absent field overrides nothing", () => {
    expect(mergeScenarios({ delayMs: 5, fail: "card_declined" }, undefined, { fail: null }, { duplicates: 2, delayMs: undefined })).toEqual({
      delayMs: 5,
      fail: null,
      duplicates: 2,
    });
  });
});

describe("the due loop", () => {
  it("never overlaps itself and loses no wake", async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const loop = startDueLoop({
      pauseMs: 60_000,
      onError: () => {},
      async round() {
        running += 1;
        most = Math.max(most, running);
        await pause(5);
        running -= 1;
        rounds += 1;
        return 60_000;
      },
    });
    await pause(1);
    for (let count = 0; count < 20; count += 1) loop.wake();
    await pause(400);
    expect([rounds, most]).toEqual([2, 1]);
    loop.wake();
    await loop.stop();
    const after = rounds;
    loop.wake();
    await pause(30);
    expect(rounds).toBe(after);
  });

  it("goes on after a round that threw", async () => {
    const failures: unknown[] = [];
    let rounds = 0;
    const loop = startDueLoop({
      pauseMs: 1,
      onError: (error) => failures.push(error),
      async round() {
        rounds += 1;
        if (rounds === 1) throw new Error("away");
        return 60_000;
      },
    });
    await pause(400);
    await loop.stop();
    expect([rounds, failures.length]).toEqual([2, 1]);
  });
});

describe("words", () => {
  it("format money to the fen", () => {
    expect([1, 99, 100, 15_000, 126_348, 10_000_000_000].map(formatFen)).toEqual([
      "¥0.01",
      "¥0.99",
      "¥1.00",
      "¥150.00",
      "¥1,263.48",
      "¥100,000,000.00",
    ]);
  });

  it("are complete in both languages, with the same blanks to fill", () => {
    const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    const [zh, en] = [messagesOf("zh"), messagesOf("en")];
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect(en[key].length).toBeGreaterThan(0);
      expect(blanks(en[key])).toEqual(blanks(zh[key]));
    }
    for (const reason of failureReasons) expect([failureText("zh", reason), failureText("en", reason)]).not.toContain(reason);
    expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
  });

  it("come in the language asked for", () => {
    expect(chooseLanguage(undefined, "de;q=1, en;q=0.5, zh;q=0.7")).toBe("zh");
    expect(chooseLanguage(undefined, "en;q=nonsense")).toBe("en");
    expect(chooseLanguage("en", "zh")).toBe("en");
    expect(chooseLanguage("klingon", undefined)).toBe("zh");
  });

  it("are escaped wherever they are put", () => {
    expect(html`<p title="${"\"'<>&"}">${"<script>"}${null}${7}${[html`<i>${"&"}</i>`]}</p>`.html).toBe(
      '<p title="&quot;&#39;&lt;&gt;&amp;">&lt;script&gt;7<i>&amp;</i></p>',
    );
  });
});

describe("numbers of cards", () => {
  it("are 16 to 19 digits that pass Luhn", () => {
    expect(["4111111111111111", "6225760008219524", "5787200977379727617"].every(isCardNumber)).toBe(true);
    expect(["411111111111111", "4111111111111112", "41111111111111111111", "4111 1111 1111 1111", ""].some(isCardNumber)).toBe(false);
  });
});

describe("the environment", () => {
  const least = {
    DATABASE_URL: "postgres://x@127.0.0.1/y",
    GATEWAY_MERCHANT_SECRET: "s".repeat(32),
    GATEWAY_WEBHOOK_URL: "http://127.0.0.1:3000/webhooks/payment",
  };

  it("has defaults for all but what nobody can guess", () => {
    expect(readEnvironment(least)).toMatchObject({ port: 3001, host: "127.0.0.1", schema: "gateway", controls: true, publicUrl: null });
    expect(readEnvironment({ ...least, NODE_ENV: "production" }).controls).toBe(false);
    expect(readEnvironment({ ...least, NODE_ENV: "production", GATEWAY_CONTROLS: "on" }).controls).toBe(true);
  });

  it("is refused by name, never by value", () => {
    const wrong = { ...least, GATEWAY_MERCHANT_SECRET: "hunter2", GATEWAY_SCHEMA: "x; drop table" };
    expect(() => readEnvironment(wrong)).toThrow(BadEnvironment);
    expect(() => readEnvironment(wrong)).toThrow(/^(?!.*hunter2)(?!.*drop).*GATEWAY_SCHEMA, GATEWAY_MERCHANT_SECRET are/);
  });
});

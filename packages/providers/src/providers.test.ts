import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { defaultPolicy } from "@lingong/domain";
import { pino } from "pino";
import { afterAll, describe, expect, it } from "vitest";
import { chooseProviders, defaultIdentity, developmentSms, httpSms, logRedaction, ProviderConfigurationError, straightLineTravel } from "./index.ts";

const clock = { now: () => Date.UTC(2026, 2, 17, 5) };
const dataDir = mkdtempSync(join(tmpdir(), "providers-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

describe("developmentSms", () => {
  it("keeps the newest messages, newest first, of one number or all", async () => {
    const inbox = developmentSms({ clock, keep: 3 });
    for (const code of ["1", "2", "3", "4"]) await inbox.send({ to: code === "3" ? "+8613900000000" : "+8613800138000", text: `码 ${code}`, code });
    const all = await inbox.messages();
    expect(all.map(({ code }) => code)).toEqual(["4", "3", "2"]);
    expect((await inbox.messages("+8613900000000")).map(({ code, at }) => [code, at])).toEqual([["3", clock.now()]]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
  });
});

describe("httpSms", () => {
  it("hands the message to the relay, again after a failure, and never repeats it in an error", async () => {
    const bodies: string[] = [];
    const answers = [503, 202, 400];
    const relay = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        bodies.push(`${request.headers.authorization} ${body}`);
        response.writeHead(answers.shift() ?? 500).end();
      });
    });
    await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
    const sms = httpSms({ url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}/send`, token: "relay-token" });
    await sms.send({ to: "+8613800138000", text: "验证码 482913", code: "482913" });
    expect(bodies).toEqual(Array(2).fill('Bearer relay-token {"to":"+8613800138000","text":"验证码 482913"}'));
    await expect(sms.send({ to: "+8613800138000", text: "验证码 482913", code: "482913" })).rejects.toThrow(
      /^the SMS relay did not take a message: status 400$/,
    );
    expect(bodies).toHaveLength(3);
    relay.close();
  });
});

describe("defaultIdentity", () => {
  const identity = defaultIdentity({ clock, policy: defaultPolicy, answersAfterMs: 1 });
  const check = (realName: string, idNumber: string) => identity.check({ key: "k", realName, idNumber });

  it("passes a name and a number that the rule book passes", async () => {
    expect(await check("周桂芳", "110105197903050522")).toEqual({ state: "matches" });
    expect(await check("阿卜杜拉·买买提", "11010519491231002x")).toEqual({ state: "matches" });
    expect(await check("Anna O’Neil", "11010519491231002X")).toEqual({ state: "matches" });
  });

  it("names the field at fault", async () => {
    expect(await check("周桂芳", "110105197903052522")).toEqual({ state: "refused", field: "idNumber", reason: "identity_number_invalid" });
    expect(await check("周桂芳", "110105201003070017")).toMatchObject({ state: "refused", field: "idNumber" });
    for (const name of ["", "周", "周桂芳1", "<b>周</b>", "·周", "字".repeat(31)]) {
      expect(await check(name, "110105197903050522")).toEqual({ state: "refused", field: "realName", reason: "name_invalid" });
    }
  });

  it("counts the age by the local day: eighteen today is enough, tomorrow is not", async () => {
    const at = (now: number) => defaultIdentity({ clock: { now: () => now }, policy: defaultPolicy, answersAfterMs: 0 });
    const bornOn20080317 = "110105200803170011";
    const midnightInShanghai = Date.UTC(2026, 2, 16, 16);
    const before = await at(midnightInShanghai - 1).check({ key: "k", realName: "周桂芳", idNumber: bornOn20080317 });
    const after = await at(midnightInShanghai).check({ key: "k", realName: "周桂芳", idNumber: bornOn20080317 });
    expect([before, after]).toEqual([{ state: "refused", field: "idNumber", reason: "identity_underage" }, { state: "matches" }]);
  });
});

describe("straightLineTravel", () => {
  it("is the great circle times the detour, at the mode's speed", async () => {
    const map = straightLineTravel(defaultPolicy);
    const from = { lat: 31.2304, lng: 121.4737 };
    const to = { lat: 31.2304, lng: 121.5262 };
    const byBike = await map.travel({ from, to, mode: "ebike", departsAt: 0 });
    expect(byBike.metres).toBeGreaterThan(6_450);
    expect(byBike.metres).toBeLessThan(6_550);
    expect(byBike.minutes).toBe(22);
    expect((await map.travel({ from, to, mode: "car", departsAt: 0 })).minutes).toBe(14);
    await expect(map.travel({ from, to: { lat: 0, lng: 0 }, mode: "car", departsAt: 0 })).rejects.toThrow(RangeError);
  });
});

describe("logRedaction", () => {
  it("keeps codes, tokens, numbers and names out of the log, however they are nested", () => {
    let written = "";
    const stream = new Writable({
      write(chunk, _encoding, done) {
        written += chunk;
        done();
      },
    });
    const log = pino({ redact: { ...logRedaction, paths: [...logRedaction.paths] } }, stream);
    const secrets = {
      code: "482913",
      token: "tok-1",
      idNumber: "110105197903050522",
      realName: "周桂芳",
      phone: "+8613800138000",
      cardNumber: "6225760008219524",
    };
    log.info(secrets, "top");
    log.info({ input: secrets }, "nested");
    log.info(
      { request: { headers: { authorization: "Bearer tok-1", cookie: "lingong_customer=tok-1", "set-cookie": "tok-1" } }, orderId: "o-1" },
      "deep",
    );
    for (const secret of [...Object.values(secrets), "Bearer"]) expect(written).not.toContain(secret);
    expect(written).toContain('"orderId":"o-1"');
  });
});

describe("chooseProviders", () => {
  const environment = {
    production: false,
    dataDir,
    payment: { kind: "sandbox" as const, gatewayUrl: "http://127.0.0.1:1", merchantId: "m", secret: "s".repeat(32) },
    sms: null,
    push: null,
  };
  const given = { clock, policy: defaultPolicy };

  it("gives development its inbox", async () => {
    const providers = chooseProviders(environment, given);
    expect(providers.inbox).not.toBeNull();
    expect(providers.sms).toBe(providers.inbox);
    expect(providers.payment.name).toBe("sandbox");
  });

  it("refuses production without a real SMS provider, and has no inbox with one", () => {
    expect(() => chooseProviders({ ...environment, production: true }, given)).toThrow(ProviderConfigurationError);
    const real = chooseProviders({ ...environment, production: true, sms: { url: "http://127.0.0.1:1", token: "t" } }, given);
    expect(real.inbox).toBeNull();
  });

  it("refuses an Alipay key that is none, in a sentence that does not quote it", () => {
    const alipay = { kind: "alipay", appId: "2021000000000001", notifyUrl: "https://lingong.example/webhooks/payment" } as const;
    const secret = "c2VjcmV0".repeat(30);
    try {
      chooseProviders({ ...environment, payment: { ...alipay, privateKey: secret, alipayPublicKey: secret } }, given);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProviderConfigurationError);
      expect(String(error)).not.toContain(secret.slice(0, 16));
    }
  });
});

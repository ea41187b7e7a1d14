import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import webPush from "web-push";
import { webPushProvider } from "../src/index.ts";

const vapid = webPush.generateVAPIDKeys();
const subject = "mailto:operator@lingong.example";
const message = { kind: "offer", id: "01994d5e-0000-7000-8000-000000000001", locale: "zh-CN" } as const;

interface Received {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** A push service: answers with the statuses it was told to, then 201, and keeps what it was sent. */
const received: Received[] = [];
let statuses: number[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(statuses.shift() ?? 201).end();
  });
});
let host: string;

/** A browser: its two keys, and the address its push service gave it. */
const browser = createECDH("prime256v1");
browser.generateKeys();
const auth = randomBytes(16);
const address = () => ({
  endpoint: `http://${host}/send/abc`,
  keys: { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  received.length = 0;
  statuses = [];
});

const provider = () => webPushProvider({ ...vapid, subject, hosts: [host] });

/** What the browser reads, by RFC 8291 and RFC 8188: written from those, not from the library. */
function opened(body: Buffer): string {
  const salt = body.subarray(0, 16);
  const idLength = body[20] ?? 0;
  const serverKey = body.subarray(21, 21 + idLength);
  const sealed = body.subarray(21 + idLength);
  const derive = (secret: Buffer, salted: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync("sha256", secret, salted, info, length));
  const keyInfo = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), serverKey]);
  const secret = derive(browser.computeSecret(serverKey), auth, keyInfo, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}

/** The claims of a VAPID token, its signature checked with our public key (RFC 8292). */
function claimsOf(authorization: string): { aud: string; sub: string; exp: number } {
  const [, token = "", key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  expect(key).toBe(vapid.publicKey);
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(vapid.publicKey, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const signed = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" } as const;
  expect(verify("sha256", Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, "base64url"))).toBe(true);
  return JSON.parse(Buffer.from(claims, "base64url").toString());
}

describe("Web Push", () => {
  it("sends what only that browser can read, signed by our key, for as long as it is worth", async () => {
    expect(await provider().push(address(), message, 47)).toBe("sent");
    const [sent] = received;
    expect(JSON.parse(opened(sent?.body ?? Buffer.alloc(0)))).toEqual(message);
    expect(sent?.body.toString("latin1")).not.toContain("offer");
    expect(sent?.headers).toMatchObject({ ttl: "47", urgency: "high", "content-encoding": "aes128gcm" });
    const claims = claimsOf(String(sent?.headers.authorization));
    expect(claims).toMatchObject({ aud: `http://${host}`, sub: subject });
    expect(claims.exp * 1_000).toBeGreaterThan(Date.now());
  });

  it("says when the browser has unsubscribed", async () => {
    statuses = [410];
    expect(await provider().push(address(), message, 60)).toBe("gone");
    expect(received).toHaveLength(1);
  });

  it("tries again what is refused for the moment, and tells what stays refused without the address", async () => {
    statuses = [503, 429];
    expect(await provider().push(address(), message, 60)).toBe("sent");
    expect(received).toHaveLength(3);
    statuses = [400];
    await expect(provider().push(address(), message, 60)).rejects.toThrow(/^the push service did not take a message: status 400$/);
    expect(received).toHaveLength(4);
  });

  it("accepts addresses of browsers' push services and nobody else's", () => {
    const { accepts } = webPushProvider({ ...vapid, subject });
    const taken = ["https://fcm.googleapis.com/fcm/send/x", "https://web.push.apple.com/x", "https://db5p.notify.windows.com/w/?token=x"];
    const refused = [
      "http://fcm.googleapis.com/x",
      "https://fcm.googleapis.com.evil.example/x",
      "https://fcm.googleapis.com:8443/x",
      "https://user@fcm.googleapis.com/x",
      "https://127.0.0.1/x",
      "https://notify.windows.com/x",
      "file:///etc/passwd",
      "nonsense",
    ];
    expect(taken.filter(accepts)).toEqual(taken);
    expect(refused.filter(accepts)).toEqual([]);
    expect(provider().accepts(`http://${host}/send/abc`)).toBe(true);
  });

  it("refuses keys that are none", () => {
    expect(() => webPushProvider({ publicKey: vapid.publicKey, privateKey: "short", subject })).toThrow();
    expect(() => webPushProvider({ ...vapid, subject: "nobody" })).toThrow();
  });
});

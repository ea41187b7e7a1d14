import { createPrivateKey, createPublicKey } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { AlipaySdk } from "alipay-sdk";

export interface AlipayOptions {
  readonly appId: string;
  /** Our application's RSA key, PEM or the bare base64 that Alipay's key tool prints. */
  readonly privateKey: string;
  /** Alipay's public key (not ours), PEM or bare base64: what it says is believed by this key alone. */
  readonly alipayPublicKey: string;
  /** Where requests go; Alipay's own unless told (its sandbox, a stand-in). */
  readonly gateway?: string;
  /** Of one attempt, milliseconds. */
  readonly timeoutMs?: number;
  /** Before the second attempt, milliseconds; doubled for each further one. */
  readonly backoffMs?: number;
  readonly attempts?: number;
}

/** Alipay refused by a code of its own; `code` is its `sub_code`. */
export class AlipayRefusal extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`Alipay refused: ${code}`);
    this.name = "AlipayRefusal";
    this.code = code;
  }
}

/** No usable, correctly signed answer within all attempts: what was asked may or may not have happened. */
export class AlipayUnavailable extends Error {
  constructor(lastFailure: string) {
    super(`Alipay gave no answer: ${lastFailure}`);
    this.name = "AlipayUnavailable";
  }
}

/** An answer of the gateway, its names in camel case. */
export type AlipayAnswer = Readonly<Record<string, unknown>>;

export interface AlipayClient {
  readonly sdk: AlipaySdk;
  /** One call of the open API; repeated as it is, so `content` must carry an idempotency key. @throws AlipayRefusal, AlipayUnavailable */
  call(method: string, content: Readonly<Record<string, unknown>>): Promise<AlipayAnswer>;
}

/** Alipay's "try again with the same number": it may have been done. */
const passing = new Set(["ACQ.SYSTEM_ERROR", "SYSTEM_ERROR", "isp.unknow-error", "aop.unknow-error", "REQUEST_PROCESSING"]);

/** Reads a key as operators have it: PEM of either kind, or the base64 between its lines. @throws when it is no RSA key. */
function readPrivateKey(text: string): string {
  const found = text.includes("-----BEGIN")
    ? createPrivateKey(text)
    : (["pkcs8", "pkcs1"] as const)
        .map((type) => tryKey(() => createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type })))
        .find(Boolean);
  if (found == null || found.asymmetricKeyType !== "rsa") throw new Error("the private key is no RSA key");
  return found.export({ type: "pkcs1", format: "pem" }).toString();
}

function readPublicKey(text: string): string {
  const found = text.includes("-----BEGIN")
    ? createPublicKey(text)
    : tryKey(() => createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" }));
  if (found === null || found.asymmetricKeyType !== "rsa") throw new Error("the public key is no RSA key");
  return found.export({ type: "spki", format: "pem" }).toString();
}

function tryKey<Key>(read: () => Key): Key | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Opens the client; the keys are read now, so that a wrong one is found at start and not at the first payment. @throws when a key is none. */
export function createAlipayClient(options: AlipayOptions): AlipayClient {
  const { timeoutMs = 8_000, backoffMs = 200, attempts = 4 } = options;
  const sdk = new AlipaySdk({
    appId: options.appId,
    privateKey: readPrivateKey(options.privateKey),
    alipayPublicKey: readPublicKey(options.alipayPublicKey),
    signType: "RSA2",
    keyType: "PKCS1",
    timeout: timeoutMs,
    ...(options.gateway === undefined ? {} : { gateway: options.gateway }),
  });
  const attempt = async (method: string, content: Readonly<Record<string, unknown>>): Promise<AlipayAnswer | string> => {
    let answer: AlipayAnswer;
    try {
      answer = await sdk.exec(method, { bizContent: { ...content } }, { validateSign: true });
    } catch (error) {
      // Unreachable, or an answer that Alipay did not sign: the SDK's message may quote the request, so only the kind goes on.
      return error instanceof Error ? error.name : "unknown";
    }
    if (answer.code === "10000") return answer;
    const code = textOf(answer.subCode) || textOf(answer.code);
    if (answer.code === "20000" || passing.has(code)) return code;
    throw new AlipayRefusal(code);
  };
  return {
    sdk,
    async call(method, content) {
      let failure = "";
      for (let count = 0; count < attempts; count += 1) {
        if (count > 0) await pause(backoffMs * 2 ** (count - 1) * (0.8 + 0.4 * Math.random()));
        const outcome = await attempt(method, content);
        if (typeof outcome !== "string") return outcome;
        failure = outcome;
      }
      throw new AlipayUnavailable(failure);
    },
  };
}

import { createSign, createVerify, generateKeyPairSync } from "node:crypto";
import Fastify from "fastify";

const pems = () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
};

type Content = Readonly<Record<string, string>>;
/** The answer's fields, or how the gateway misbehaves. */
export type Reaction = Readonly<Record<string, unknown>> | "unsigned" | "wrongly signed" | "broken";

const sign = (key: string, text: string) => createSign("RSA-SHA256").update(text, "utf8").sign(key, "base64");

/** `name=value&…` of all but `sign`, by name: what both sides sign. */
function contentOf(fields: Readonly<Record<string, string>>, without: readonly string[]): string {
  return Object.keys(fields)
    .filter((name) => !without.includes(name) && fields[name] !== "")
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join("&");
}

/**
 * Alipay's `gateway.do` as far as we use it: it checks our signature over every field with our public key and signs what it
 * answers and notifies with a key of its own, real RSA2 both ways. What it answers is the test's to say.
 */
export async function startAlipayStandIn(appId: string) {
  const [ours, alipays] = [pems(), pems()];
  const calls: { method: string; content: Content }[] = [];
  const reactions: Reaction[] = [];
  const app = Fastify();
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => done(null, body));
  app.post("/gateway.do", async (request, reply) => {
    const fields = Object.fromEntries([...Object.entries(request.query as Content), ...new URLSearchParams(String(request.body))]);
    const { method = "", sign: signature = "" } = fields;
    const name = `${method.replaceAll(".", "_")}_response`;
    const answer = (body: unknown, key = alipays.privateKey) => {
      const text = JSON.stringify(body);
      return reply.type("application/json").send(`{"${name}":${text},"sign":"${sign(key, text)}"}`);
    };
    const signed = createVerify("RSA-SHA256")
      .update(contentOf(fields, ["sign"]), "utf8")
      .verify(ours.publicKey, signature, "base64");
    if (!signed || fields.app_id !== appId || fields.sign_type !== "RSA2")
      return answer({ code: "40002", msg: "Invalid Arguments", sub_code: "isv.invalid-signature" });
    calls.push({ method, content: JSON.parse(fields.biz_content ?? "{}") });
    const reaction = reactions.shift() ?? { code: "10000", msg: "Success" };
    if (reaction === "broken") return reply.code(502).send("bad gateway");
    if (reaction === "unsigned") return reply.type("application/json").send(`{"${name}":{"code":"10000","msg":"Success"}}`);
    if (reaction === "wrongly signed") return answer({ code: "10000", msg: "Success" }, ours.privateKey);
    return answer(reaction);
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    gateway: `http://127.0.0.1:${port}/gateway.do`,
    /** Ours to sign with, Alipay's to believe. */
    keys: { privateKey: ours.privateKey, alipayPublicKey: alipays.publicKey },
    strangersKey: ours.privateKey,
    calls,
    /** What it does next, once each; afterwards it says yes. */
    react: (...next: readonly Reaction[]) => void reactions.push(...next),
    /** The body of a notification, signed as Alipay signs (without `sign_type`), unless by another key or another way. */
    notification(fields: Content, { key = alipays.privateKey, signType = "RSA2" } = {}): Uint8Array {
      const algorithm = signType === "RSA2" ? "RSA-SHA256" : "RSA-SHA1";
      const signature = createSign(algorithm).update(contentOf(fields, []), "utf8").sign(key, "base64");
      return new TextEncoder().encode(new URLSearchParams({ ...fields, sign_type: signType, sign: signature }).toString());
    },
    /** Whether a page's address carries a signature that fits all the rest of it. */
    isSigned(url: string): boolean {
      const fields = Object.fromEntries(new URL(url).searchParams);
      return createVerify("RSA-SHA256")
        .update(contentOf(fields, ["sign"]), "utf8")
        .verify(ours.publicKey, fields.sign ?? "", "base64");
    },
    close: () => app.close(),
  };
}

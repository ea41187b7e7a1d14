import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { createChatOutbox, type UnsentMessage } from "./chat-outbox.ts";
import { memoryStorage } from "./storage.ts";

const writtenAt = "2026-03-17T05:00:00Z";
const words = (text: string) => ({ orderId: "o", text, writtenAt });

/** A refusal as the server sends it. */
function refused(code: string): Error {
  return TRPCClientError.from({ error: { code: -32_000, message: code, data: { domain: { code, details: null, field: null, reference: null } } } });
}

/** A server that answers each text by the list given for it, in turn; it arrives after its end. */
function serverWith(answers: Record<string, Error[]>) {
  const calls: { key: string; text: string }[] = [];
  const send = async ({ key, text }: UnsentMessage) => {
    calls.push({ key, text });
    const answer = answers[text]?.shift();
    if (answer !== undefined) throw answer;
    return `arrived: ${text}`;
  };
  return { calls, send, texts: () => calls.map(({ text }) => text) };
}

const states = (list: readonly UnsentMessage[]) => list.map(({ text, state, code }) => [text, state, code]);

describe("messages on their way", () => {
  test("are kept until they have arrived, in order, each with one key over all its tries", async () => {
    const { calls, send, texts } = serverWith({ one: [new Error("no network"), new Error("no network")] });
    const outbox = createChatOutbox(memoryStorage(), send);
    const arrived: string[] = [];
    outbox.on("sent", ({ answer }) => arrived.push(answer));
    await outbox.add(words("one"));
    await outbox.add(words("two"));
    expect(states(outbox.unsent())).toEqual([
      ["one", "waiting", null],
      ["two", "waiting", null],
    ]);
    await outbox.flush();
    expect(texts()).toEqual(["one", "one", "one", "two"]);
    expect(new Set(calls.slice(0, 3).map(({ key }) => key)).size).toBe(1);
    expect({ left: outbox.unsent(), arrived }).toEqual({ left: [], arrived: ["arrived: one", "arrived: two"] });
  });

  test("refused by the server stay with the reason, and those behind them go", async () => {
    const { send, texts } = serverWith({ one: [refused("rate_limited")] });
    const outbox = createChatOutbox(memoryStorage(), send);
    await outbox.add(words("one"));
    await outbox.add(words("two"));
    expect(states(outbox.unsent())).toEqual([["one", "refused", "rate_limited"]]);
    await outbox.flush();
    expect(texts()).toEqual(["one", "two"]);
    await outbox.retry(outbox.unsent()[0]?.key ?? "");
    expect({ left: outbox.unsent(), texts: texts() }).toEqual({ left: [], texts: ["one", "two", "one"] });
  });

  test("can be let go", async () => {
    const outbox = createChatOutbox(memoryStorage(), serverWith({ one: [refused("chat_closed")] }).send);
    await outbox.add(words("one"));
    await outbox.discard(outbox.unsent()[0]?.key ?? "");
    expect(outbox.unsent()).toEqual([]);
  });

  test("wait for another sign-in, and go on in another page with the same key", async () => {
    const storage = memoryStorage();
    const first = serverWith({ one: [refused("session_expired")] });
    await createChatOutbox(storage, first.send).add(words("one"));
    const second = serverWith({});
    const outbox = createChatOutbox(storage, second.send);
    await outbox.flush();
    expect(second.calls).toEqual(first.calls);
    expect(await storage.get("messages")).toBeNull();
  });

  test("are none where the storage is broken; drafts are kept by order", async () => {
    const storage = memoryStorage();
    await storage.set("messages", "{");
    const outbox = createChatOutbox(storage, serverWith({}).send);
    await outbox.ready;
    expect(outbox.unsent()).toEqual([]);
    await outbox.keepDraft("o", "东门");
    expect([await outbox.draftOf("o"), await outbox.draftOf("p")]).toEqual(["东门", ""]);
    await outbox.keepDraft("o", "");
    expect(await storage.get("message-draft.o")).toBeNull();
  });
});

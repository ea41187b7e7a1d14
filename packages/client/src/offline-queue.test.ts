import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { createOfflineQueue, type QueuedStep } from "./offline-queue.ts";
import { memoryStorage } from "./storage.ts";

const step = (key: string): QueuedStep => ({ key, orderId: "o", command: { type: "depart" }, performedAt: "2026-03-17T05:00:00Z" });

/** A refusal as the server sends it. */
function refused(code: string): Error {
  return TRPCClientError.from({ error: { code: -32_000, message: code, data: { domain: { code, details: null, field: null, reference: null } } } });
}

/** A server that answers each key by the list given for it, in turn; `done` after its end. */
function serverWith(answers: Record<string, (Error | "done")[]>) {
  const calls: string[] = [];
  const send = async ({ key }: QueuedStep) => {
    calls.push(key);
    const answer = answers[key]?.shift() ?? "done";
    if (answer !== "done") throw answer;
    return key;
  };
  return { calls, send };
}

describe("the queue of offline steps", () => {
  test("sends in order, and stops where the network does", async () => {
    const { calls, send } = serverWith({ bbbb: [new Error("no network")] });
    const queue = createOfflineQueue(memoryStorage(), send);
    for (const key of ["aaaa", "bbbb", "cccc"]) await queue.add(step(key));
    await queue.flush();
    expect({ calls, waiting: queue.waiting().map(({ key }) => key) }).toEqual({ calls: ["aaaa", "bbbb"], waiting: ["bbbb", "cccc"] });
    await queue.flush();
    expect({ calls, waiting: queue.waiting() }).toEqual({ calls: ["aaaa", "bbbb", "bbbb", "cccc"], waiting: [] });
  });

  test("a refusal drops the step, says so, and the next one goes", async () => {
    const { calls, send } = serverWith({ aaaa: [refused("wrong_state")] });
    const queue = createOfflineQueue(memoryStorage(), send);
    const heard: string[] = [];
    queue.on("refused", ({ step: { key } }) => heard.push(`refused ${key}`));
    queue.on("sent", ({ answer }) => heard.push(`sent ${answer}`));
    await queue.add(step("aaaa"));
    await queue.add(step("bbbb"));
    await queue.flush();
    expect({ calls, heard }).toEqual({ calls: ["aaaa", "bbbb"], heard: ["refused aaaa", "sent bbbb"] });
  });

  test("a session that has ended keeps the steps", async () => {
    const { send } = serverWith({ aaaa: [refused("session_expired")] });
    const queue = createOfflineQueue(memoryStorage(), send);
    await queue.add(step("aaaa"));
    await queue.flush();
    expect(queue.waiting()).toHaveLength(1);
  });

  test("another page goes on with what this one left behind", async () => {
    const storage = memoryStorage();
    const first = createOfflineQueue(storage, serverWith({ aaaa: [new Error("no network")] }).send);
    await first.add(step("aaaa"));
    await first.flush();
    const { calls, send } = serverWith({});
    const second = createOfflineQueue(storage, send);
    await second.flush();
    expect({ calls, left: await storage.get("steps") }).toEqual({ calls: ["aaaa"], left: null });
  });

  test("two calls to send at once send each step once", async () => {
    const { calls, send } = serverWith({});
    const queue = createOfflineQueue(memoryStorage(), send);
    await queue.add(step("aaaa"));
    await Promise.all([queue.flush(), queue.flush()]);
    expect(calls).toEqual(["aaaa"]);
  });

  test("broken storage is an empty queue", async () => {
    const storage = memoryStorage();
    await storage.set("steps", "{");
    const queue = createOfflineQueue(storage, serverWith({}).send);
    await queue.ready;
    expect(queue.waiting()).toEqual([]);
  });
});

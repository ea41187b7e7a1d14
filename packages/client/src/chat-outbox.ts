import { createEmitter } from "./emitter.ts";
import { isSignedOut, isUncertain, refusalOf } from "./errors.ts";
import type { ClientStorage } from "./storage.ts";

/** A message that has not arrived. Its key makes sending it twice harmless. */
export interface UnsentMessage {
  readonly key: string;
  readonly orderId: string;
  readonly text: string;
  /** By the device's clock corrected to the server's (ISO 8601). */
  readonly writtenAt: string;
  /** sending: on its way · waiting: for the network, it goes out by itself · refused: the server has said why. */
  readonly state: "sending" | "waiting" | "refused";
  /** Of a refusal; null: none. */
  readonly code: string | null;
}

interface ChatOutboxEvents<Sent> {
  /** What is unsent has changed. */
  change: readonly UnsentMessage[];
  /** A message of this order has arrived, and this is what became of it. */
  sent: { readonly orderId: string; readonly answer: Sent };
}

export interface ChatOutbox<Sent> {
  /** Keeps a message on the device and sends it. */
  add(message: Pick<UnsentMessage, "orderId" | "text" | "writtenAt">): Promise<void>;
  /** Sends what waits, in order, until the end or until the network fails again; one run at a time. */
  flush(): Promise<void>;
  /** Sends again what was refused or waits. */
  retry(key: string): Promise<void>;
  discard(key: string): Promise<void>;
  /** The same list until something changes. */
  unsent(): readonly UnsentMessage[];
  /** What was typed and not sent yet, by order. */
  draftOf(orderId: string): Promise<string>;
  keepDraft(orderId: string, text: string): Promise<void>;
  /** Resolves when what a former page left behind has been read. */
  ready: Promise<void>;
  on<Name extends keyof ChatOutboxEvents<Sent>>(name: Name, listener: (value: ChatOutboxEvents<Sent>[Name]) => void): () => void;
}

const storageKey = "messages";
const draftKey = (orderId: string): string => `message-draft.${orderId}`;

function parse(stored: string | null): UnsentMessage[] {
  try {
    const list: unknown = JSON.parse(stored ?? "[]");
    // What was on its way when the page went may have arrived: sent again with its key, it is the same message.
    return Array.isArray(list)
      ? (list as UnsentMessage[]).map((message) => (message.state === "sending" ? { ...message, state: "waiting" } : message))
      : [];
  } catch {
    return [];
  }
}

/** What becomes of a message whose sending failed. `stop`: the ones behind it wait with it. */
function afterFailure(error: unknown): Pick<UnsentMessage, "state" | "code"> & { readonly stop: boolean } {
  if (isUncertain(error) || isSignedOut(error)) return { state: "waiting", code: null, stop: true };
  return { state: "refused", code: refusalOf(error)?.code ?? "internal", stop: false };
}

/** Messages stay on the device until they have arrived, over reloads and lost networks: nothing said is lost. */
export function createChatOutbox<Sent>(storage: ClientStorage, send: (message: UnsentMessage) => Promise<Sent>): ChatOutbox<Sent> {
  const events = createEmitter<ChatOutboxEvents<Sent>>();
  let list: readonly UnsentMessage[] = [];
  let running: Promise<void> = Promise.resolve();
  const keep = async (next: readonly UnsentMessage[]) => {
    list = next;
    events.emit("change", list);
    await storage.set(storageKey, list.length === 0 ? null : JSON.stringify(list));
  };
  const change = (key: string, to: Partial<UnsentMessage>) => keep(list.map((message) => (message.key === key ? { ...message, ...to } : message)));
  const discard = (key: string) => keep(list.filter((message) => message.key !== key));
  const ready = storage.get(storageKey).then((stored) => {
    list = [...parse(stored), ...list];
    if (list.length > 0) events.emit("change", list);
  });
  const sendAll = async () => {
    await ready;
    for (let next = list.find(({ state }) => state !== "refused"); next !== undefined; next = list.find(({ state }) => state !== "refused")) {
      const { key, orderId } = next;
      await change(key, { state: "sending", code: null });
      try {
        events.emit("sent", { orderId, answer: await send(next) });
      } catch (error) {
        const { stop, ...failed } = afterFailure(error);
        await change(key, failed);
        if (stop) return keep(list.map((message) => (message.state === "sending" ? { ...message, state: "waiting" } : message)));
        continue;
      }
      await discard(key);
    }
  };
  // One run after another: what was added at the very end of one goes with the next.
  const flush = () => {
    running = running.then(sendAll, sendAll);
    return running;
  };
  return {
    ready,
    flush,
    discard,
    unsent: () => list,
    on: (name, listener) => events.on(name, listener),
    async add(message) {
      await ready;
      await keep([...list, { ...message, key: crypto.randomUUID(), state: "sending", code: null }]);
      await flush();
    },
    async retry(key) {
      await change(key, { state: "sending", code: null });
      await flush();
    },
    draftOf: async (orderId) => (await storage.get(draftKey(orderId))) ?? "",
    keepDraft: (orderId, text) => storage.set(draftKey(orderId), text === "" ? null : text),
  };
}

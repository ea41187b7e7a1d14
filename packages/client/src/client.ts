import type { ActInput, ActOutput, AppName, BriefOutput, MessageView, OrderCommand } from "@lingong/contracts";
import { type ChatOutbox, createChatOutbox } from "./chat-outbox.ts";
import { isUncertain } from "./errors.ts";
import { createIntentions, type Intentions } from "./intentions.ts";
import { createLive, type Live } from "./live.ts";
import { createOfflineQueue, type OfflineQueue } from "./offline-queue.ts";
import { createPositions, type Positions } from "./positions.ts";
import { withRetries } from "./retry.ts";
import { createServerClock, type ServerClock } from "./server-clock.ts";
import { type ClientStorage, defaultStorage } from "./storage.ts";
import { createApi, headersOf, type LingongApi } from "./transport.ts";
import { type UploadRequest, uploadPhoto } from "./uploads.ts";

export interface LingongClientOptions {
  /** The server's origin, `https://lingong.example`; in a browser usually `location.origin`. */
  readonly url: string;
  /** Which of the three apps this is: it decides which session counts. */
  readonly app: AppName;
  /** Outside browsers: the session's token. In browsers the cookie carries the session. */
  readonly token?: string;
  /** In which language people are to be addressed: the screen's own, as it stands at each call. Absent: Chinese. */
  readonly language?: () => string;
  readonly fetch?: typeof fetch;
  readonly storage?: ClientStorage;
  readonly timeoutMs?: number;
}

/** A step of a worker: done, or kept on the device until the network is back. */
export type Performed = { readonly state: "done"; readonly answer: ActOutput } | { readonly state: "queued"; readonly key: string };

export interface LingongClient {
  readonly url: string;
  readonly app: AppName;
  /** Every procedure of the server, typed. */
  readonly api: LingongApi;
  readonly live: Live;
  readonly clock: ServerClock;
  readonly intentions: Intentions;
  readonly queue: OfflineQueue<ActOutput>;
  /** What one says about an order, kept on the device until it has arrived. */
  readonly chat: ChatOutbox<MessageView>;
  /** Sets (after signing in) or forgets (after signing out) the token of a client outside browsers. */
  setToken(token: string | undefined): void;
  token(): string | undefined;
  /**
   * Does something that must happen once: `once` gets the idempotency key of what is wanted (`about`), which is kept while it
   * is uncertain whether it happened, over its own repeats and over another tap.
   */
  intend<Value>(about: unknown, once: (idempotencyKey: string) => Promise<Value>): Promise<Value>;
  /** A command on an order, repeated by itself with one key while it is uncertain whether it happened. */
  act(orderId: string, command: OrderCommand): Promise<ActOutput>;
  /** As `act`, for programs that carry out many: without the page. */
  actBriefly(orderId: string, command: OrderCommand): Promise<BriefOutput>;
  /** A worker's step: as `act`, but without a network it is queued with the moment it was done. */
  perform(orderId: string, command: OrderCommand): Promise<Performed>;
  /** Where the worker is, sent over the live connection or kept for it. */
  readonly positions: Positions;
  /** Uploads a photo, resumably; answers with its id. */
  upload(request: UploadRequest): Promise<string>;
  /** Ends the live connection. Queued steps stay in the storage. */
  close(): void;
}

/** A client of the Lingong server, for browsers and Node. Nothing is sent before it is asked for. */
export function createLingongClient(options: LingongClientOptions): LingongClient {
  const { url, app } = options;
  const storage = options.storage ?? defaultStorage(`lingong.${app}`);
  const clock = createServerClock();
  const intentions = createIntentions();
  let token = options.token;
  const headers = () => ({ ...headersOf(app, token), ...(options.language && { "x-lingong-language": options.language() }) });
  const api = createApi({ url, headers, clock, fetch: options.fetch ?? fetch.bind(globalThis), timeoutMs: options.timeoutMs ?? 20_000 });
  const live = createLive({ url, app, token: () => token, since: (input) => api.feed.since.query(input) });
  const queue = createOfflineQueue<ActOutput>(storage, ({ key, ...step }) => api.orders.act.mutate({ ...step, idempotencyKey: key }));
  const chat = createChatOutbox(storage, ({ key, orderId, text }) =>
    withRetries(() => api.messages.send.mutate({ idempotencyKey: key, orderId, text })),
  );
  const intend = async <Value>(about: unknown, once: (key: string) => Promise<Value>): Promise<Value> => {
    const key = intentions.keyFor(about);
    try {
      const answer = await withRetries(() => once(key));
      intentions.settle(about);
      return answer;
    } catch (error) {
      if (!isUncertain(error)) intentions.settle(about);
      throw error;
    }
  };
  const act = (input: Omit<ActInput, "idempotencyKey">) => intend(input, (idempotencyKey) => api.orders.act.mutate({ ...input, idempotencyKey }));
  const positions = createPositions({ isLive: () => live.state() === "live", send: (input) => live.reportPosition(input), now: () => clock.now() });
  live.on("clock", ({ now }) => clock.jump(Date.parse(now)));
  live.on("state", (state) => {
    if (state !== "live") return;
    void queue.flush();
    void chat.flush();
    void positions.flush();
  });

  return {
    url,
    app,
    api,
    live,
    clock,
    intentions,
    queue,
    chat,
    positions,
    setToken(next) {
      token = next;
    },
    intend,
    token: () => token,
    act: (orderId, command) => act({ orderId, command }),
    actBriefly: (orderId, command) =>
      intend({ orderId, command }, (idempotencyKey) => api.orders.actBriefly.mutate({ orderId, command, idempotencyKey })),
    async perform(orderId, command) {
      const about = { orderId, command };
      const performedAt = new Date(clock.now()).toISOString();
      if (queue.waiting().length === 0 && live.state() !== "offline") {
        try {
          return { state: "done", answer: await act(about) };
        } catch (error) {
          if (!isUncertain(error)) throw error;
        }
      }
      const key = intentions.keyFor(about);
      intentions.settle(about);
      await queue.add({ key, orderId, command, performedAt });
      void queue.flush();
      return { state: "queued", key };
    },
    upload: (request) => uploadPhoto({ url, headers, storage, announce: (input) => api.photos.createUpload.mutate(input) }, request),
    close: () => live.close(),
  };
}

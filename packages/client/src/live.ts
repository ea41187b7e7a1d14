import type {
  Acknowledgement,
  AppName,
  ClientToServerEvents,
  Hint,
  ServerToClientEvents,
  SinceInput,
  SinceOutput,
  WorkerPosition,
} from "@lingong/contracts";
import { io, type Socket } from "socket.io-client";
import { createEmitter } from "./emitter.ts";
import { createFeedCursor } from "./feed-cursor.ts";

/** `live`: events arrive. `signed_out`: the server wants a session first; `connect()` tries again. */
export type LiveState = "idle" | "connecting" | "live" | "offline" | "signed_out";

export interface LiveEvents {
  hint: Hint;
  /** Too much was missed, or nothing is known yet: everything on screen is fetched anew. */
  refetch: null;
  state: LiveState;
  position: WorkerPosition;
  /** The server's clock, at connect and when it jumps. */
  clock: { now: string };
}

export interface LiveOptions {
  readonly url: string;
  readonly app: AppName;
  readonly token: () => string | undefined;
  readonly since: (input: SinceInput) => Promise<SinceOutput>;
  /** How often the feed is read although connected: what a broken proxy swallowed is then late, not lost. */
  readonly auditEveryMs?: number;
}

export interface Live {
  connect(): void;
  close(): void;
  state(): LiveState;
  on<Name extends keyof LiveEvents>(name: Name, listener: (value: LiveEvents[Name]) => void): () => void;
  /** Follows an order (its room) until the answered function is called. */
  /** `onJoined`: the room is joined; what was fetched before may have missed a hint of it. */
  watch(orderId: string, onJoined?: () => void): () => void;
  reportPosition(input: Parameters<ClientToServerEvents["reportPosition"]>[0]): Promise<Acknowledgement>;
}

/** Somebody who follows an order. */
interface Watcher {
  readonly onJoined: (() => void) | undefined;
}

const answerWithin = 5_000;

/**
 * The live connection: joins its rooms first, then reads the feed after its last position, so that nothing falls between.
 * Socket.IO delivers at most once; the feed makes it exactly once.
 */
export function createLive(options: LiveOptions): Live {
  const events = createEmitter<LiveEvents>();
  const watched = new Map<string, Set<Watcher>>();
  const join = (orderId: string, also: () => void = () => undefined) =>
    socket.emit("watch", { orderId }, () => {
      also();
      for (const { onJoined } of watched.get(orderId) ?? []) onJoined?.();
    });
  let state: LiveState = "idle";
  const change = (next: LiveState) => {
    if (state === next) return;
    state = next;
    events.emit("state", next);
  };
  const cursor = createFeedCursor({
    since: (input) => options.since({ ...input, orderIds: [...watched.keys()].slice(0, 20) }),
    deliver: (hint) => events.emit("hint", hint),
    refetch: () => events.emit("refetch", null),
  });
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(options.url, {
    path: "/live",
    autoConnect: false,
    transports: ["websocket", "polling"],
    withCredentials: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    auth: (give) => give({ app: options.app, token: options.token() }),
  });
  let audit: ReturnType<typeof setInterval> | undefined;

  socket.on("ready", ({ now, position }) => {
    events.emit("clock", { now });
    for (const orderId of watched.keys()) join(orderId);
    cursor.catchUp(position).then(
      () => change("live"),
      () => change("offline"),
    );
    clearInterval(audit);
    audit = setInterval(() => void cursor.catchUp(null).catch(() => undefined), options.auditEveryMs ?? 60_000);
  });
  socket.on("hint", (hint) => cursor.receive(hint));
  socket.on("position", (position) => events.emit("position", position));
  socket.on("clock", (clock) => events.emit("clock", clock));
  socket.on("signedOut", () => {
    change("signed_out");
    socket.disconnect();
  });
  socket.on("connect_error", (error) => {
    const refused = (error as Error & { data?: { code?: string } }).data?.code;
    change(refused === "not_signed_in" ? "signed_out" : "offline");
  });
  socket.on("disconnect", () => {
    clearInterval(audit);
    if (state !== "signed_out" && state !== "idle") change("offline");
  });

  return {
    connect() {
      if (socket.active) return;
      change("connecting");
      socket.connect();
    },
    close() {
      change("idle");
      clearInterval(audit);
      socket.disconnect();
    },
    state: () => state,
    on: (name, listener) => events.on(name, listener),
    watch(orderId, onJoined) {
      const watchers = watched.get(orderId) ?? new Set();
      const watcher: Watcher = { onJoined };
      watched.set(orderId, watchers.add(watcher));
      if (watchers.size === 1 && socket.connected) join(orderId, () => void cursor.catchUp(null).catch(() => undefined));
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0 || watched.get(orderId) !== watchers) return;
        watched.delete(orderId);
        if (socket.connected) socket.emit("unwatch", { orderId }, () => undefined);
      };
    },
    reportPosition: (input) => socket.timeout(answerWithin).emitWithAck("reportPosition", input),
  };
}

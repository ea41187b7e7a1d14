import type { Server as HttpServer } from "node:http";
import { cookieName, roomsOf, type SignedIn } from "@lingong/api";
import {
  type Acknowledgement,
  appName,
  type ClientToServerEvents,
  type Hint,
  type ServerToClientEvents,
  type SocketData,
  socketPositionInput,
  watchInput,
} from "@lingong/contracts";
import type { ErrorCode, Instant } from "@lingong/domain";
import { Server, type Socket } from "socket.io";
import type { z } from "zod";
import type { Metrics } from "../operations/metrics.ts";
import type { LiveAdapter } from "./adapter.ts";

/** What server processes tell each other. */
interface BetweenServers {
  sessionsChanged: (userId: string) => void;
  hints: (hints: readonly RoomHint[]) => void;
}

/** A hint, and the rooms whose people hear it. */
export interface RoomHint {
  readonly rooms: readonly string[];
  readonly hint: Hint;
}

export type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, BetweenServers, SocketData>;
type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, BetweenServers, SocketData>;

export interface LiveOptions {
  readonly server: HttpServer;
  readonly adapter: LiveAdapter["create"];
  readonly parseCookies: (header: string) => Readonly<Record<string, string | undefined>>;
  /** Who the token belongs to, in this app; null: nobody. */
  readonly authenticate: (app: SignedIn["app"], token: string) => Promise<SignedIn | null>;
  /** Drops what this process remembers of a person's sessions. */
  readonly forgetSessions: (userId: string) => void;
  readonly mayWatch: (session: SignedIn, orderId: string) => Promise<boolean>;
  readonly reportPosition: (session: SignedIn, input: z.infer<typeof socketPositionInput>) => Promise<Acknowledgement>;
  readonly feedEnd: () => Promise<number>;
  readonly now: () => Instant;
  readonly metrics: Metrics;
  readonly onError: (error: unknown) => void;
}

/** Events a connection may send in ten seconds; positions come every ten, a tap a second is a fast thumb. */
const eventsPerWindow = 60;
const windowMs = 10_000;
const watchesAtMost = 50;

const refusal = (code: ErrorCode): Acknowledgement => ({ ok: false, code });

/** A page of another site must not open a connection that carries our cookie. */
function isOwnOrigin(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  const { origin, host } = headers;
  if (typeof origin !== "string") return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

interface Known {
  readonly session: SignedIn;
  readonly token: string;
}

/** Who each connection is; kept here, so that nothing of it crosses between processes. */
const known = new WeakMap<LiveSocket, Known>();

/** The session that a handshake names by token (Node clients) or by its app's cookie (browsers). */
async function identify(socket: LiveSocket, options: LiveOptions): Promise<Known | null> {
  const given = socket.handshake.auth as { app?: unknown; token?: unknown };
  const app = appName.safeParse(given.app);
  if (!app.success) return null;
  const cookies = options.parseCookies(socket.handshake.headers.cookie ?? "");
  const token = typeof given.token === "string" ? given.token : cookies[cookieName(app.data)];
  if (token === undefined || token === "") return null;
  const session = await options.authenticate(app.data, token);
  return session === null ? null : { session, token };
}

/** Answers one event: the input is parsed, a flood is cut off, a failure is told, and a missing callback is no crash. */
function answering<Schema extends z.ZodType>(
  socket: LiveSocket,
  schema: Schema,
  options: LiveOptions,
  handle: (input: z.output<Schema>) => Promise<Acknowledgement>,
) {
  return async (input: unknown, acknowledge: unknown) => {
    const answer = async (): Promise<Acknowledgement> => {
      if (!withinRate(socket)) return refusal("rate_limited");
      const parsed = schema.safeParse(input);
      return parsed.success ? handle(parsed.data) : refusal("invalid_input");
    };
    const result = await answer().catch((error: unknown) => {
      options.onError(error);
      return refusal("internal");
    });
    if (typeof acknowledge === "function") acknowledge(result);
  };
}

const windows = new WeakMap<LiveSocket, { from: number; count: number }>();

function withinRate(socket: LiveSocket): boolean {
  const now = performance.now();
  const window = windows.get(socket);
  if (window === undefined || now - window.from > windowMs) {
    windows.set(socket, { from: now, count: 1 });
    return true;
  }
  window.count += 1;
  return window.count <= eventsPerWindow;
}

async function welcome(socket: LiveSocket, { session: { app } }: Known, options: LiveOptions): Promise<void> {
  // A session may become more while its connection stands: its person registers as a worker.
  const session = () => (known.get(socket) as Known).session;
  options.metrics.sockets.inc({ app });
  socket.on("disconnect", () => options.metrics.sockets.dec({ app }));
  socket.on(
    "watch",
    answering(socket, watchInput, options, async ({ orderId }) => {
      if (socket.rooms.size > watchesAtMost) return refusal("rate_limited");
      if (!(await options.mayWatch(session(), orderId))) return refusal("not_found");
      await socket.join(`order:${orderId}`);
      return { ok: true };
    }),
  );
  socket.on(
    "unwatch",
    answering(socket, watchInput, options, async ({ orderId }) => {
      await socket.leave(`order:${orderId}`);
      return { ok: true };
    }),
  );
  socket.on(
    "reportPosition",
    answering(socket, socketPositionInput, options, (input) => options.reportPosition(session(), input)),
  );
  await socket.join(roomsOf(session()));
  const position = await options.feedEnd();
  socket.emit("ready", { now: new Date(options.now()).toISOString(), position });
}

/** The live connection on Fastify's own server. Whoever has no session does not get in. */
export function createLiveServer(options: LiveOptions): LiveServer {
  const io: LiveServer = new Server(options.server, {
    path: "/live",
    serveClient: false,
    adapter: options.adapter,
    connectTimeout: 10_000,
    maxHttpBufferSize: 32_768,
    perMessageDeflate: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
  });
  io.use((socket, next) => {
    identify(socket, options).then(
      (found) => {
        if (found === null) return next(Object.assign(new Error("not signed in"), { data: { code: "not_signed_in" } }));
        const { userId, sessionId, app } = found.session;
        Object.assign(socket.data, { userId, sessionId, app });
        known.set(socket, found);
        next();
      },
      (error: unknown) => {
        options.onError(error);
        next(Object.assign(new Error("unavailable"), { data: { code: "unavailable" } }));
      },
    );
  });
  io.on("connection", (socket) => {
    const found = known.get(socket);
    if (found === undefined) return socket.disconnect(true);
    welcome(socket, found, options).catch((error: unknown) => {
      options.onError(error);
      socket.disconnect(true);
    });
  });
  io.on("sessionsChanged", (userId) => void renewSessions(io, options, userId));
  io.on("hints", (hints) => emitHere(io, hints));
  return io;
}

/**
 * Looks again at every connection of a person on this process: those whose session has ended are told and closed, the others
 * go on as who their person is now.
 */
async function renewSessions(io: LiveServer, options: LiveOptions, userId: string): Promise<void> {
  options.forgetSessions(userId);
  const ids = io.of("/").adapter.rooms.get(`user:${userId}`) ?? new Set<string>();
  for (const id of [...ids]) {
    const socket = io.of("/").sockets.get(id);
    const found = socket === undefined ? undefined : known.get(socket);
    if (socket === undefined || found === undefined) continue;
    const session = await options.authenticate(found.session.app, found.token).catch(() => found.session);
    if (session === null) {
      socket.emit("signedOut");
      socket.disconnect(true);
    } else {
      known.set(socket, { ...found, session });
      await socket.join(roomsOf(session));
    }
  }
}

/** A person's sessions have ended or changed somewhere: here and on every other process their connections are looked at. */
export function announceChangedSessions(io: LiveServer, options: LiveOptions, userId: string): Promise<void> {
  io.serverSideEmit("sessionsChanged", userId);
  return renewSessions(io, options, userId);
}

function emitHere(io: LiveServer, hints: readonly RoomHint[]): void {
  for (const { rooms, hint } of hints) io.local.to([...rooms]).emit("hint", hint);
}

/**
 * Sends each hint once to everybody in any of its rooms: to those connected here, and by one message for all hints to the other
 * server processes. A message for each costs a notification of the database each, and those wait for one another.
 */
export function emitHints(io: LiveServer, hints: readonly RoomHint[]): void {
  if (hints.length === 0) return;
  emitHere(io, hints);
  io.serverSideEmit("hints", hints);
}

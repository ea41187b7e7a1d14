import type { ErrorCode } from "@lingong/domain";
import { z } from "zod";
import { id, positionOut } from "./common.ts";
import type { Hint } from "./feed.ts";
import { reportPositionInput } from "./workers.ts";

/** A worker on the way, to the room of the order; not in the feed: the next one comes in seconds. */
export const workerPosition = z.object({ orderId: id, position: positionOut, at: z.string() });
export const watchInput = z.object({ orderId: id });
export const socketPositionInput = reportPositionInput;

export type WorkerPosition = z.infer<typeof workerPosition>;
export type WatchInput = z.infer<typeof watchInput>;

/** The server's clock, at connect and whenever it jumps (development). */
export interface ClockEvent {
  readonly now: string;
}

/** The connection has joined its rooms: `position` is the feed's end at that moment, so that nothing falls between feed and socket. */
export interface ReadyEvent extends ClockEvent {
  readonly position: number;
}

export type Acknowledgement = { readonly ok: true } | { readonly ok: false; readonly code: ErrorCode };

export interface ServerToClientEvents {
  ready: (ready: ReadyEvent) => void;
  hint: (hint: Hint) => void;
  position: (position: WorkerPosition) => void;
  clock: (clock: ClockEvent) => void;
  /** This connection's session has ended: sign in again. */
  signedOut: () => void;
}

/** A connection is in `user:<id>` (and an admin's in `admins`, a worker's in `city:<id>`) from the start; orders are watched. */
export interface ClientToServerEvents {
  watch: (input: WatchInput, acknowledge: (answer: Acknowledgement) => void) => void;
  unwatch: (input: WatchInput, acknowledge: (answer: Acknowledgement) => void) => void;
  reportPosition: (input: z.infer<typeof reportPositionInput>, acknowledge: (answer: Acknowledgement) => void) => void;
}

/** What a connection says of itself in the handshake's `auth`: Node clients give their token, browsers rely on the cookie. */
export interface SocketHandshake {
  readonly app: "customer" | "worker" | "admin";
  readonly token?: string;
}

/** What the server keeps for a connection. */
export interface SocketData {
  userId: string;
  sessionId: string;
  app: "customer" | "worker" | "admin";
}

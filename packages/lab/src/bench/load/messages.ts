import { isOf } from "../../helper.ts";

// What the crowd and the benchmark tell each other. Instants are of the machine, the same in every process: see `now`.

/** A worker's socket heard of an offer: of the server's by the offer's id, of the bare one by the order's. */
export interface Heard {
  readonly kind: "heard";
  readonly from: Contestant;
  readonly id: string;
  readonly at: number;
}
export type Contestant = "ours" | "bare";

/** Positions reported while they were wanted: how many were sent, how many the server answered and took, and how long that took. */
export interface PositionsTold {
  readonly kind: "positions";
  readonly sent: number;
  readonly taken: number;
  readonly milliseconds: number;
  readonly waits: readonly number[];
}

export const isHeard = (message: unknown): message is Heard => isOf("heard")(message);
export const isPositionsTold = (message: unknown): message is PositionsTold => isOf("positions")(message);
export const isJoining = (message: unknown): message is { readonly kind: "joining"; readonly workers: number } => isOf("joining")(message);
export const isJoined = (message: unknown): message is { readonly kind: "joined"; readonly workers: number } => isOf("joined")(message);
export const isListening = (message: unknown): message is { readonly kind: "listening"; readonly port: number } => isOf("listening")(message);

/** Now in milliseconds, comparable between processes of one machine. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

import type { ChatWarning } from "@lingong/domain";

/** A message as the server names it; moments are ISO strings. */
export interface SaidMessage {
  readonly id: string;
  readonly number: number;
  readonly side: "customer" | "worker";
  readonly mine: boolean;
  /** Null: withheld from this reader, or its author's account was deleted. */
  readonly text: string | null;
  readonly warnings: readonly ChatWarning[];
  readonly withheld: boolean;
  readonly at: string;
}

/** One's own message that has not arrived. */
export interface PendingMessage {
  readonly key: string;
  readonly text: string;
  readonly writtenAt: string;
  readonly state: "sending" | "waiting" | "refused";
  /** Of a refusal. */
  readonly code: string | null;
}

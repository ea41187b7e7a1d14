import type { NumberKind } from "../identity/chat-guard.ts";
import type { PhraseKind } from "../identity/chat-phrases.ts";
import type { Instant } from "../kernel/instant.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Order, OrderState } from "../order/order.ts";
import type { Policy } from "../policy/policy.ts";

/** What the guard may have found in a message (§9): both sides are warned of it. */
export const chatWarnings = [
  "mobile_number",
  "card_number",
  "identity_number",
  "code_request",
  "outside_payment",
  "money_for_stars",
] as const satisfies readonly (NumberKind | PhraseKind)[];
export type ChatWarning = (typeof chatWarnings)[number];

/** The talk of an order: between its customer and the worker who has it, never one who has left it. */
export interface Chat {
  readonly workerId: string;
  /** Until when both may write; null: as long as the order runs. */
  readonly closesAt: Instant | null;
}

/** How long after its end both may still write, by how it ended; null: it has not ended. */
const writableAfter: Readonly<Record<OrderState, keyof Policy["chat"]["writableAfter"] | null>> = {
  draft: null,
  quoting: null,
  awaiting_payment: null,
  matching: null,
  accepted: null,
  en_route: null,
  arrived: null,
  in_service: null,
  paused: null,
  awaiting_confirmation: null,
  disputed: null,
  completed: "done",
  resolved: "done",
  cancelled: "calledOff",
  expired: "calledOff",
};

/** Whom one talks to about an order, from accept on. Errors: `no_assignment` while nobody has it. */
export function chatOf({ assignment, state, endedAt }: Pick<Order, "assignment" | "state" | "endedAt">, policy: Policy): Result<Chat> {
  if (assignment === null) return refuse("no_assignment");
  const after = writableAfter[state];
  return ok({ workerId: assignment.workerId, closesAt: after === null || endedAt === null ? null : endedAt + policy.chat.writableAfter[after] });
}

/** Whether both may write now. Errors: `chat_closed`. */
export function checkWritable({ closesAt }: Chat, now: Instant): Result<null> {
  return closesAt === null || now < closesAt ? ok(null) : refuse("chat_closed");
}

import type { MessageView, SendMessageInput } from "@lingong/contracts";
import { type Hint, leaveHints, type Message, messages, newId, notifications, orders, safetyCases, type Transaction } from "@lingong/db";
import { checkWritable, commitmentOf, defaultPolicy, type GuardedMessage, guardMessage, type Instant, type Order } from "@lingong/domain";
import { personKey } from "../accounts/people.ts";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { noteSignOfLife } from "../orders/sign-of-life.ts";
import { type Talk, talkOf } from "./talk.ts";
import { messagePurpose, messageViews } from "./view.ts";

/** What the other side is told, once until they have read. */
export const messageNotice = "message_received";

/** Both sides fetch their conversation anew. */
export function talkHint(order: Order, { workerId }: Pick<Talk, "workerId">): Hint {
  return { rooms: [`user:${order.customerId}`, `user:${workerId}`], kind: "message", subjectId: order.id, version: null, data: null };
}

/** A message as it will be kept, before it has its place. */
interface Written {
  readonly order: Order;
  readonly talk: Talk;
  readonly guarded: GuardedMessage;
  readonly id: string;
  readonly textCipher: Uint8Array;
  readonly textCommitment: string;
}

async function keep(transaction: Transaction, { order, talk, guarded, ...sealed }: Written, now: Instant): Promise<Message> {
  const { withheld } = guarded;
  const conversation = { orderId: order.id, workerId: talk.workerId };
  const place = await messages.takePlace(transaction, {
    ...conversation,
    customerId: order.customerId,
    cityId: order.cityId,
    side: talk.side,
    withheld,
    now,
  });
  const most = defaultPolicy.chat.messagesMost;
  if (place.number > most) fail("chat_full", { most });
  const flags = [...new Set([...guarded.numbers.map(({ kind }) => kind), ...guarded.phrases])];
  const message: Message = { ...sealed, ...conversation, ...place, senderId: talk.userId, side: talk.side, flags, withheld };
  await messages.insert(transaction, message);
  return message;
}

/** What reaches the other side is told there; what is withheld goes to the safety queue (§9, chat guard). */
async function tell(transaction: Transaction, { order, talk, guarded }: Written, message: Message): Promise<void> {
  const at = message.createdAt;
  const hints: Hint[] = [talkHint(order, talk)];
  if (guarded.withheld) {
    const about = { cityId: order.cityId, orderId: order.id, subjectId: message.id, personId: talk.userId };
    await safetyCases.insert(transaction, { ...about, id: newId(), kind: "code_request", at });
    hints.push({ rooms: ["admins"], kind: "safety", subjectId: order.id, version: null, data: null });
  } else if (await notifications.insertUnlessUnread(transaction, { userId: talk.otherId, kind: messageNotice, orderId: order.id, data: {}, at })) {
    hints.push({ rooms: [`user:${talk.otherId}`], kind: "notice", subjectId: order.id, version: null, data: { notice: messageNotice } });
  }
  await leaveHints(transaction, hints, at);
}

/** The words, guarded first (§9: numbers are masked before anything is stored), sealed under their author's key. */
async function write({ services, session }: Signed, order: Order, talk: Talk, text: string): Promise<Written> {
  const guarded = guardMessage(text);
  const id = newId();
  const key = await personKey(services, session.userId);
  const { text: words } = guarded;
  const textCommitment = commitmentOf(services.secrets.saltFor(key, messagePurpose(id), words), words);
  return { order, talk, guarded, id, textCipher: services.secrets.seal(key, messagePurpose(id), words), textCommitment };
}

/**
 * Says something to the other side of an order, once by key. A worker who writes at work is at work (§2).
 * Errors: `not_yours`, `no_assignment`, `chat_closed`, `chat_full`, `rate_limited`.
 */
export async function sendMessage(ctx: Signed, { idempotencyKey, orderId, text }: SendMessageInput): Promise<MessageView> {
  const { services, session } = ctx;
  const { order } = found(await orders.findById(services.db, orderId));
  const talk = talkOf(ctx, order);
  const written = await write(ctx, order, talk, text);
  let fresh = false;
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { message: { orderId, text } }, null);
  const id = await onlyOnce(services, request, async (transaction) => {
    const now = services.clock.now();
    unwrap(checkWritable(talk, now));
    if (!(await services.limiter.allow("message", session.userId))) fail("rate_limited");
    const message = await keep(transaction, written, now);
    await tell(transaction, written, message);
    fresh = true;
    return message.id;
  });
  if (fresh && talk.side === "worker") await noteSignOfLife(services, orderId, session.userId, defaultPolicy.chat.signOfLifeEvery);
  const [view] = await messageViews(services, [found(await messages.findById(services.db, id))], { userId: session.userId, admin: false });
  return found(view);
}

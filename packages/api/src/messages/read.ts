import type { ListMessagesInput, ListMessagesOutput, ReadMessagesInput, UnreadMessagesOutput } from "@lingong/contracts";
import { inTransaction, leaveHints, messages, notifications, orders } from "@lingong/db";
import { checkWritable, type Order } from "@lingong/domain";
import { recordLook } from "../admin/audit-log.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { messageNotice, talkHint } from "./send.ts";
import { readingAdmin, type Talk, talkOf } from "./talk.ts";
import { messageViews } from "./view.ts";

const pageOfMessages = 50;
/** Orders with unread messages that a page counts. */
const ordersAtMost = 100;

async function orderOf({ services }: Signed, orderId: string): Promise<Order> {
  return found(await orders.findById(services.db, orderId)).order;
}

/** Reading as an admin is noted in the audit log. */
async function lookedAt(ctx: Signed, order: Order) {
  const chat = readingAdmin(ctx, order);
  await recordLook(ctx, { action: "order.messages", subjectKind: "order", subjectId: order.id });
  return { workerId: chat.workerId, open: false, closesAt: chat.closesAt, other: null };
}

function takingPart(ctx: Signed, order: Order) {
  const talk = talkOf(ctx, order);
  const open = checkWritable(talk, ctx.services.clock.now()).ok;
  return { workerId: talk.workerId, open, closesAt: talk.closesAt, other: talk.side === "customer" ? ("worker" as const) : ("customer" as const) };
}

/** The conversation of an order, the newest first. Errors: `not_yours`, `no_assignment`, `wrong_role`. */
export async function listMessages(ctx: Signed, { orderId, cursor, limit = pageOfMessages }: ListMessagesInput): Promise<ListMessagesOutput> {
  const { services, session } = ctx;
  const order = await orderOf(ctx, orderId);
  const admin = session.app === "admin";
  const { workerId, open, closesAt, other } = admin ? await lookedAt(ctx, order) : takingPart(ctx, order);
  const [page, marks] = await Promise.all([
    messages.list(services.db, { orderId, workerId, cursor, limit }),
    messages.findMarks(services.db, { orderId, workerId }),
  ]);
  return {
    items: await messageViews(services, page.items, { userId: session.userId, admin }),
    nextCursor: page.nextCursor,
    readByOther: other === null ? 0 : marks[other],
    open,
    closesAt: iso(closesAt),
  };
}

/** One has read up to a number: the other side sees it, and what was told of it is seen. */
export async function readMessages(ctx: Signed, { orderId, upTo }: ReadMessagesInput): Promise<void> {
  const { services, session } = ctx;
  const order = await orderOf(ctx, orderId);
  const talk: Talk = talkOf(ctx, order);
  await inTransaction(services.db, async (transaction) => {
    const now = services.clock.now();
    if (!(await messages.markRead(transaction, { orderId, workerId: talk.workerId, side: talk.side, upTo }))) return;
    await notifications.markSeen(transaction, { userId: session.userId, kind: messageNotice, orderId, now });
    await leaveHints(transaction, [talkHint(order, talk)], now);
  });
}

/** One's orders with unread messages, in this app. */
export async function countUnreadMessages({ services, session }: Signed): Promise<UnreadMessagesOutput> {
  if (session.app === "admin") return fail("wrong_role");
  return { orders: await messages.listUnread(services.db, { userId: session.userId, side: session.app, limit: ordersAtMost }) };
}

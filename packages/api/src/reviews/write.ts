import type { AmendReviewInput, ReplyReviewInput, ReviewView, WriteReviewInput } from "@lingong/contracts";
import { customers, leaveHints, notifications, orders, photos, type ReviewRecord, type ReviewWindow, reviews, type Transaction } from "@lingong/db";
import { checkAmend, checkGive, checkReply, defaultPolicy, guardMessage, isVisible, type Order } from "@lingong/domain";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { viewerOf } from "../orders/party.ts";
import { refreshStanding } from "../workers/standing.ts";
import { publishPair, reviewHints } from "./publish.ts";
import { reviewOf, reviewViews } from "./read.ts";

/** Numbers people must not spread are masked, and a word about money for stars is flagged (§8, §9). */
function guarded(text: string): { readonly text: string; readonly flagged: string | null } {
  const message = guardMessage(text);
  return { text: message.text, flagged: message.phrases.includes("money_for_stars") ? "money_for_stars" : null };
}

/** The assignment this review is about: the worker's own, or the customer's last. */
function windowFor(windows: readonly ReviewWindow[], order: Order, { session }: Signed): ReviewWindow {
  const workerId = session.app === "worker" ? session.userId : (order.assignment?.workerId ?? order.formerAssignments.at(-1)?.workerId);
  return windows.find((window) => window.workerId === workerId) ?? fail("review_window_closed");
}

async function viewOf({ services, session }: Signed, record: ReviewRecord): Promise<ReviewView> {
  const [view] = await reviewViews(services, [record], { userId: session.userId, now: services.clock.now() });
  return view ?? fail("internal");
}

async function checkPhotos(transaction: Transaction, photoIds: readonly string[], ownerId: string): Promise<void> {
  const known = await photos.findMany(transaction, photoIds);
  if (photoIds.some((id) => known.get(id)?.ownerId !== ownerId)) fail("not_found", {}, "photoIds");
}

/** Keeps one side's review under the window's lock; when the other's is in as well, both are shown at once (§8). */
async function keepReview(ctx: Signed, transaction: Transaction, order: Order, input: Required<WriteReviewInput>): Promise<string> {
  const { userId } = ctx.session;
  const now = ctx.services.clock.now();
  const { workerId } = windowFor(await reviews.listWindows(transaction, order.id), order, ctx);
  const window = found(await reviews.lockWindow(transaction, { orderId: order.id, workerId }));
  const written = (await reviews.listForOrder(transaction, order.id)).filter(
    (record) => record.authorId === workerId || record.subjectId === workerId,
  );
  const alreadyGiven = written.some(({ authorId }) => authorId === userId);
  const side = unwrap(checkGive(window, { personId: userId, stars: input.stars, alreadyGiven }, now));
  await checkPhotos(transaction, input.photoIds, userId);
  const record = await reviews.insert(transaction, {
    orderId: order.id,
    authorId: userId,
    subjectId: side === "customer" ? workerId : window.customerId,
    authorRole: side,
    categoryId: order.terms.categoryId,
    anonymous: side === "customer" && input.anonymous,
    stars: input.stars,
    tags: input.tags,
    ...guarded(input.text),
    photoIds: input.photoIds,
    createdAt: now,
  });
  if (record === null) return fail("review_already_given");
  if (side === "customer") await customers.setLastStars(transaction, { customerId: window.customerId, workerId, stars: input.stars });
  const other = written.find(({ authorId }) => authorId !== userId);
  if (isVisible(reviewOf(record), other === undefined ? null : reviewOf(other), window, now)) await publishPair(transaction, window, now);
  else await leaveHints(transaction, reviewHints(window, record.id), now);
  return record.id;
}

/** Writes the review of one side, once by key. A review of a worker that is shown counts for the standing at once. */
export async function writeReview(ctx: Signed, input: Required<WriteReviewInput>): Promise<ReviewView> {
  const { services, session } = ctx;
  const { order } = found(await orders.findById(services.db, input.orderId));
  if (session.app === "admin") fail("wrong_role");
  viewerOf(session, order);
  const { idempotencyKey, ...asked } = input;
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { review: asked }, null);
  const id = await onlyOnce(services, request, (transaction) => keepReview(ctx, transaction, order, input));
  const record = found(await reviews.findById(services.db, id));
  if (record.publishedAt !== null) await refreshStanding(services, record.authorRole === "customer" ? record.subjectId : record.authorId);
  return viewOf(ctx, record);
}

/** Corrects the text or raises the stars: once, within 30 days after publication, marked (§8). */
export async function amendReview(ctx: Signed, input: AmendReviewInput): Promise<ReviewView> {
  const { services, session } = ctx;
  const { idempotencyKey, ...asked } = input;
  await onlyOnce(services, requestOf(services.secrets, session.userId, idempotencyKey, { amend: asked }, null), async (transaction) => {
    const now = services.clock.now();
    const record = found(await reviews.lockById(transaction, input.reviewId));
    if (record.authorId !== session.userId) fail("not_yours");
    unwrap(checkAmend(reviewOf(record), input.stars, now, defaultPolicy));
    await reviews.amend(transaction, { id: record.id, stars: input.stars, tags: input.tags ?? record.tags, text: guarded(input.text).text, now });
    await leaveHints(
      transaction,
      [{ rooms: [`user:${record.subjectId}`], kind: "review", subjectId: record.id, version: null, data: { orderId: record.orderId } }],
      now,
    );
    return null;
  });
  const record = found(await reviews.findById(services.db, input.reviewId));
  if (record.authorRole === "customer") await refreshStanding(services, record.subjectId);
  return viewOf(ctx, record);
}

/** One public reply of the reviewed side, within 30 days after publication (§8). */
export async function replyToReview(ctx: Signed, input: ReplyReviewInput): Promise<ReviewView> {
  const { services, session } = ctx;
  const { idempotencyKey, ...asked } = input;
  await onlyOnce(services, requestOf(services.secrets, session.userId, idempotencyKey, { reply: asked }, null), async (transaction) => {
    const now = services.clock.now();
    const record = found(await reviews.lockById(transaction, input.reviewId));
    if (record.subjectId !== session.userId) fail("not_yours");
    unwrap(checkReply(reviewOf(record), now, defaultPolicy));
    await reviews.reply(transaction, { id: record.id, text: guarded(input.text).text, now });
    await notifications.insert(transaction, [{ userId: record.authorId, kind: "review_replied", orderId: record.orderId, data: {}, at: now }]);
    await leaveHints(
      transaction,
      [{ rooms: [`user:${record.authorId}`], kind: "review", subjectId: record.id, version: null, data: { orderId: record.orderId } }],
      now,
    );
    return null;
  });
  return viewOf(ctx, found(await reviews.findById(services.db, input.reviewId)));
}

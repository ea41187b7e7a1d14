import type { PendingReview, ReviewsForInput, ReviewsForOutput, ReviewView } from "@lingong/contracts";
import { orders, photos, type ReviewRecord, reviews, users } from "@lingong/db";
import { checkAmend, checkReply, defaultPolicy, type Instant, type Order, type Review } from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCategory } from "../catalog/lookup.ts";
import type { Context, Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { viewerOf } from "../orders/party.ts";
import { categoryRef } from "../orders/view/category.ts";
import { customerPersons, workerPersons } from "../people/cards.ts";
import { photoView } from "../photos/view.ts";

/** A kept review as the domain sees it. */
export function reviewOf(record: ReviewRecord): Review {
  return {
    id: record.id,
    by: record.authorRole,
    stars: record.stars,
    text: record.text,
    tags: record.tags,
    givenAt: record.createdAt,
    publishedAt: record.publishedAt,
    amendedAt: record.amendedAt,
    reply: record.reply === null || record.repliedAt === null ? null : { text: record.reply, at: record.repliedAt },
    excludedAt: record.excludedAt,
  };
}

interface Reader {
  readonly userId: string | null;
  readonly now: Instant;
}

/** Reviews as this reader may see them: with what the author and the reviewed may still do. */
export async function reviewViews(services: Services, records: readonly ReviewRecord[], { userId, now }: Reader): Promise<ReviewView[]> {
  const [authors, pictures] = await Promise.all([
    users.findMany(
      services.db,
      records.map(({ authorId }) => authorId),
    ),
    photos.findMany(
      services.db,
      records.flatMap(({ photoIds }) => photoIds),
    ),
  ]);
  return records.map((record) => {
    const review = reviewOf(record);
    const author = authors.get(record.authorId);
    const mine = record.authorId === userId;
    return {
      id: record.id,
      orderId: record.orderId,
      by: record.authorRole,
      authorName: record.anonymous || author === undefined ? "" : publicName(author, services.language),
      category: categoryRef(knownCategory(record.categoryId)),
      stars: record.stars,
      tags: [...record.tags],
      text: record.text,
      photos: record.photoIds.flatMap((id) => {
        const photo = pictures.get(id);
        return photo === undefined ? [] : [photoView(services, photo)];
      }),
      writtenAt: iso(record.createdAt),
      visible: record.publishedAt !== null,
      visibleAt: iso(record.publishedAt),
      amendedAt: iso(record.amendedAt),
      reply: review.reply === null ? null : { text: review.reply.text, at: iso(review.reply.at) },
      mine,
      canAmend: mine && checkAmend(review, record.stars, now, defaultPolicy).ok,
      canReply: record.subjectId === userId && checkReply(review, now, defaultPolicy).ok,
    };
  });
}

/** Published reviews about a person. */
export async function listReviewsFor(ctx: Context, input: ReviewsForInput): Promise<ReviewsForOutput> {
  const { services, session } = ctx;
  const page = await reviews.listAbout(services.db, { subjectId: input.userId, cursor: input.cursor, limit: input.limit ?? 20 });
  return {
    items: await reviewViews(services, page.items, { userId: session?.userId ?? null, now: services.clock.now() }),
    nextCursor: page.nextCursor,
  };
}

/** The reviews of one's own order: one's own, and the other's once both are in or the window is over (§8, I9). */
export async function listReviewsOfOrder({ services, session }: Signed, orderId: string): Promise<ReviewView[]> {
  const { order } = found(await orders.findById(services.db, orderId));
  viewerOf(session, order);
  const written = await reviews.listForOrder(services.db, orderId);
  const visible = written.filter((record) => record.publishedAt !== null || record.authorId === session.userId || session.app === "admin");
  return reviewViews(services, visible, { userId: session.userId, now: services.clock.now() });
}

async function counterpartCard(services: Services, session: Signed["session"], order: Order, workerId: string) {
  const card =
    session.app === "worker"
      ? (await customerPersons(services, [order.customerId], session.userId)).get(order.customerId)
      : (await workerPersons(services, [workerId], session.userId)).get(workerId);
  return card ?? fail("not_found");
}

/** Orders that wait for this side's review, the one whose window closes first at the front. */
export async function listPending({ services, session }: Signed): Promise<PendingReview[]> {
  const now = services.clock.now();
  const windows = await reviews.listPending(services.db, { userId: session.userId, now, limit: 20 });
  const own = windows.filter(
    (window) => (session.app === "worker" ? window.workerId : window.customerId) === session.userId && now >= window.opensAt,
  );
  const byId = new Map(
    (
      await orders.findMany(
        services.db,
        own.map(({ orderId }) => orderId),
      )
    ).map((order) => [order.id, order]),
  );
  return Promise.all(
    own.flatMap((window) => {
      const order = byId.get(window.orderId);
      if (order === undefined) return [];
      const category = categoryRef(knownCategory(order.terms.categoryId));
      return [
        counterpartCard(services, session, order, window.workerId).then((counterpart) => ({
          orderId: order.id,
          category,
          counterpart,
          closesAt: iso(window.closesAt),
        })),
      ];
    }),
  );
}

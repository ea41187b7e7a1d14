import { z } from "zod";
import { id, idempotencyKey, instant, pageInput, pageOf } from "./common.ts";
import { limits } from "./limits.ts";
import { categoryRef } from "./order-view.ts";
import { personCard } from "./people.ts";
import { photoView } from "./photos.ts";

const stars = z.int().min(1).max(5);
const text = z.string().trim().max(limits.reviewText);
/** Short praise or complaint: punctual, careful, polite, equipped… */
const tags = z
  .array(
    z
      .string()
      .regex(/^[a-z_]+$/)
      .max(limits.slug),
  )
  .max(limits.tags);

export const writeReviewInput = z.object({
  idempotencyKey,
  orderId: id,
  stars,
  tags: tags.default([]),
  text: text.default(""),
  photoIds: z.array(id).max(limits.photos).default([]),
  /** Shown as 匿名客户. */
  anonymous: z.boolean().default(false),
});
/** Once, within 30 days of publication: text and tags, and stars upwards only (§8). */
export const amendReviewInput = z.object({ idempotencyKey, reviewId: id, stars, tags: tags.optional(), text });
export const replyReviewInput = z.object({ idempotencyKey, reviewId: id, text: text.min(1) });

export const reviewView = z.object({
  id,
  orderId: id,
  by: z.enum(["customer", "worker"]),
  authorName: z.string(),
  category: categoryRef,
  stars,
  tags: z.array(z.string()),
  text: z.string(),
  photos: z.array(photoView),
  writtenAt: instant,
  visible: z.boolean(),
  visibleAt: instant.nullable(),
  amendedAt: instant.nullable(),
  reply: z.object({ text: z.string(), at: instant }).nullable(),
  mine: z.boolean(),
  canAmend: z.boolean(),
  canReply: z.boolean(),
});

export const reviewsForInput = pageInput.extend({ userId: id });
export const reviewsForOutput = pageOf(reviewView);
export const reviewsOfOrderInput = z.object({ orderId: id });
export const pendingReview = z.object({ orderId: id, category: categoryRef, counterpart: personCard, closesAt: instant });

export type WriteReviewInput = z.input<typeof writeReviewInput>;
export type AmendReviewInput = z.infer<typeof amendReviewInput>;
export type ReplyReviewInput = z.infer<typeof replyReviewInput>;
export type ReviewView = z.infer<typeof reviewView>;
export type ReviewsForInput = z.infer<typeof reviewsForInput>;
export type ReviewsForOutput = z.infer<typeof reviewsForOutput>;
export type ReviewsOfOrderInput = z.infer<typeof reviewsOfOrderInput>;
export type PendingReview = z.infer<typeof pendingReview>;

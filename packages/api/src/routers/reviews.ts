import {
  amendReviewInput,
  pendingReview,
  replyReviewInput,
  reviewsForInput,
  reviewsForOutput,
  reviewsOfOrderInput,
  reviewView,
  writeReviewInput,
} from "@lingong/contracts";
import { z } from "zod";
import { publicProcedure, router, signedInProcedure } from "../kernel/trpc.ts";
import { listPending, listReviewsFor, listReviewsOfOrder } from "../reviews/read.ts";
import { amendReview, replyToReview, writeReview } from "../reviews/write.ts";

export const reviewsRouter = router({
  write: signedInProcedure
    .input(writeReviewInput)
    .output(reviewView)
    .mutation(({ ctx, input }) => writeReview(ctx, input)),
  amend: signedInProcedure
    .input(amendReviewInput)
    .output(reviewView)
    .mutation(({ ctx, input }) => amendReview(ctx, input)),
  reply: signedInProcedure
    .input(replyReviewInput)
    .output(reviewView)
    .mutation(({ ctx, input }) => replyToReview(ctx, input)),
  listFor: publicProcedure
    .input(reviewsForInput)
    .output(reviewsForOutput)
    .query(({ ctx, input }) => listReviewsFor(ctx, input)),
  ofOrder: signedInProcedure
    .input(reviewsOfOrderInput)
    .output(z.array(reviewView))
    .query(({ ctx, input }) => listReviewsOfOrder(ctx, input.orderId)),
  pending: signedInProcedure.output(z.array(pendingReview)).query(({ ctx }) => listPending(ctx)),
});

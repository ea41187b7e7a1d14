import {
  acceptOfferInput,
  acceptOutput,
  briefOutput,
  declineOfferInput,
  done,
  hallJobInput,
  hallListInput,
  hallListOutput,
  jobView,
  myReceiptsInput,
  offerCard,
  offerIdInput,
  offerView,
  pageOf,
  receiptIdInput,
  receiptView,
  takeInput,
} from "@lingong/contracts";
import { z } from "zod";
import { router, workerProcedure } from "../kernel/trpc.ts";
import { acceptBriefly, acceptOffer, takeFromHall } from "../offers/accept.ts";
import { declineOffer } from "../offers/decline.ts";
import { listHall, loadHallJob } from "../offers/hall.ts";
import { listMyReceipts, loadMyReceipt } from "../offers/receipts.ts";
import { listOpenOffers, loadOffer } from "../offers/view.ts";

export const offersRouter = router({
  open: workerProcedure.output(z.array(offerCard)).query(({ ctx }) => listOpenOffers(ctx)),
  get: workerProcedure
    .input(offerIdInput)
    .output(offerView)
    .query(({ ctx, input }) => loadOffer(ctx, input.offerId)),
  accept: workerProcedure
    .input(acceptOfferInput)
    .output(acceptOutput)
    .mutation(({ ctx, input }) => acceptOffer(ctx, input)),
  acceptBriefly: workerProcedure
    .input(acceptOfferInput)
    .output(briefOutput)
    .mutation(({ ctx, input }) => acceptBriefly(ctx, input)),
  decline: workerProcedure
    .input(declineOfferInput)
    .output(done)
    .mutation(({ ctx, input }) => declineOffer(ctx, input)),
});

export const hallRouter = router({
  list: workerProcedure
    .input(hallListInput)
    .output(hallListOutput)
    .query(({ ctx, input }) => listHall(ctx, input)),
  get: workerProcedure
    .input(hallJobInput)
    .output(jobView)
    .query(({ ctx, input }) => loadHallJob(ctx, input.orderId)),
  take: workerProcedure
    .input(takeInput)
    .output(acceptOutput)
    .mutation(({ ctx, input }) => takeFromHall(ctx, input)),
});

export const receiptsRouter = router({
  mine: workerProcedure
    .input(myReceiptsInput)
    .output(pageOf(receiptView))
    .query(({ ctx, input }) => listMyReceipts(ctx, input)),
  get: workerProcedure
    .input(receiptIdInput)
    .output(receiptView)
    .query(({ ctx, input }) => loadMyReceipt(ctx, input.receiptId)),
});

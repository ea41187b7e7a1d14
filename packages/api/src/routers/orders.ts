import {
  actInput,
  actOutput,
  briefOutput,
  checkoutInput,
  checkoutOutput,
  createDraftInput,
  draftOutput,
  editDraftInput,
  exportedDossier,
  listOrdersInput,
  listOrdersOutput,
  orderIdInput,
  orderPreview,
  orderView,
  previewInput,
  previewRaiseInput,
  previewRaiseOutput,
  receiptInput,
  receiptOutput,
} from "@lingong/contracts";
import { exportDossier } from "../dossier/export-dossier.ts";
import { customerProcedure, publicProcedure, router, signedInProcedure } from "../kernel/trpc.ts";
import { act, actBriefly } from "../orders/act.ts";
import { createDraft, editDraft } from "../orders/draft.ts";
import { listOrders } from "../orders/list.ts";
import { previewOrder, previewRaise } from "../orders/preview.ts";
import { loadOrderView } from "../orders/view.ts";
import { checkout } from "../payments/checkout.ts";
import { printReceipt } from "../receipts/print-receipt.ts";

export const ordersRouter = router({
  /** Anybody may see what a job would cost: a phone number is asked for only before paying. */
  preview: publicProcedure
    .input(previewInput)
    .output(orderPreview)
    .query(({ ctx, input }) => previewOrder(ctx, input)),
  createDraft: customerProcedure
    .input(createDraftInput)
    .output(draftOutput)
    .mutation(({ ctx, input }) => createDraft(ctx, input)),
  editDraft: customerProcedure
    .input(editDraftInput)
    .output(draftOutput)
    .mutation(({ ctx, input }) => editDraft(ctx, input)),
  previewRaise: customerProcedure
    .input(previewRaiseInput)
    .output(previewRaiseOutput)
    .query(({ ctx, input }) => previewRaise(ctx, input)),
  get: signedInProcedure
    .input(orderIdInput)
    .output(orderView)
    .query(({ ctx, input }) => loadOrderView(ctx, input.orderId)),
  list: signedInProcedure
    .input(listOrdersInput)
    .output(listOrdersOutput)
    .query(({ ctx, input }) => listOrders(ctx, input)),
  act: signedInProcedure
    .input(actInput)
    .output(actOutput)
    .mutation(({ ctx, input }) => act(ctx, input)),
  actBriefly: signedInProcedure
    .input(actInput)
    .output(briefOutput)
    .mutation(({ ctx, input }) => actBriefly(ctx, input)),
  /** The order's whole record as a file: for its customer, its worker and admins. */
  exportDossier: signedInProcedure
    .input(orderIdInput)
    .output(exportedDossier)
    .query(({ ctx, input }) => exportDossier(ctx, input.orderId)),
  checkout: customerProcedure
    .input(checkoutInput)
    .output(checkoutOutput)
    .mutation(({ ctx, input }) => checkout(ctx, input)),
  /** The customer's receipt as a file: a receipt, not a tax invoice. */
  receipt: signedInProcedure
    .input(receiptInput)
    .output(receiptOutput)
    .query(({ ctx, input }) => printReceipt(ctx, input)),
});

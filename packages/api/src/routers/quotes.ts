import {
  actOutput,
  answerQuoteInput,
  askPreview,
  askQuoteInput,
  chooseQuoteInput,
  counterQuoteInput,
  listQuotesInput,
  listQuotesOutput,
  previewAskInput,
  quoteBoard,
  quoteJob,
  quoteOrderInput,
} from "@lingong/contracts";
import { customerProcedure, router, workerProcedure } from "../kernel/trpc.ts";
import { answerQuote, counterQuote } from "../quotes/answer.ts";
import { askQuote } from "../quotes/ask.ts";
import { loadQuoteBoard } from "../quotes/board.ts";
import { chooseQuote } from "../quotes/choose.ts";
import { loadQuoteJob, previewAsk } from "../quotes/job.ts";
import { listQuotes } from "../quotes/mine.ts";

export const quotesRouter = router({
  /** The customer's side: quotes side by side. */
  board: customerProcedure
    .input(quoteOrderInput)
    .output(quoteBoard)
    .query(({ ctx, input }) => loadQuoteBoard(ctx, input.orderId)),
  counter: customerProcedure
    .input(counterQuoteInput)
    .output(quoteBoard)
    .mutation(({ ctx, input }) => counterQuote(ctx, input)),
  choose: customerProcedure
    .input(chooseQuoteInput)
    .output(actOutput)
    .mutation(({ ctx, input }) => chooseQuote(ctx, input)),
  /** The worker's side: the order, the market and the own quote. */
  job: workerProcedure
    .input(quoteOrderInput)
    .output(quoteJob)
    .query(({ ctx, input }) => loadQuoteJob(ctx, input.orderId)),
  preview: workerProcedure
    .input(previewAskInput)
    .output(askPreview)
    .query(({ ctx, input }) => previewAsk(ctx, input)),
  mine: workerProcedure
    .input(listQuotesInput)
    .output(listQuotesOutput)
    .query(({ ctx, input }) => listQuotes(ctx, input)),
  ask: workerProcedure
    .input(askQuoteInput)
    .output(quoteJob)
    .mutation(({ ctx, input }) => askQuote(ctx, input)),
  answer: workerProcedure
    .input(answerQuoteInput)
    .output(quoteJob)
    .mutation(({ ctx, input }) => answerQuote(ctx, input)),
});

import { router } from "../kernel/trpc.ts";
import { accountsRouter } from "./accounts.ts";
import { adminRouter } from "./admin.ts";
import { casesRouter } from "./cases.ts";
import { catalogRouter } from "./catalog.ts";
import { claimsRouter } from "./claims.ts";
import { customersRouter } from "./customers.ts";
import { developmentRouter } from "./development.ts";
import { dispatchRouter } from "./dispatch.ts";
import { draftsRouter } from "./drafts.ts";
import { clockRouter, feedRouter } from "./feed.ts";
import { financeRouter } from "./finance.ts";
import { marketRouter } from "./market.ts";
import { messagesRouter } from "./messages.ts";
import { notificationsRouter } from "./notifications.ts";
import { hallRouter, offersRouter, receiptsRouter } from "./offers.ts";
import { ordersRouter } from "./orders.ts";
import { photosRouter } from "./photos.ts";
import { policyRouter } from "./policy.ts";
import { quotesRouter } from "./quotes.ts";
import { reviewsRouter } from "./reviews.ts";
import { scheduleRouter } from "./schedule.ts";
import { teamsRouter } from "./teams.ts";
import { walletRouter } from "./wallet.ts";
import { workersRouter } from "./workers.ts";

/** One router a noun. */
export const appRouter = router({
  accounts: accountsRouter,
  admin: adminRouter,
  cases: casesRouter,
  catalog: catalogRouter,
  claims: claimsRouter,
  clock: clockRouter,
  customers: customersRouter,
  development: developmentRouter,
  dispatch: dispatchRouter,
  drafts: draftsRouter,
  feed: feedRouter,
  finance: financeRouter,
  hall: hallRouter,
  market: marketRouter,
  messages: messagesRouter,
  notifications: notificationsRouter,
  offers: offersRouter,
  orders: ordersRouter,
  photos: photosRouter,
  policy: policyRouter,
  quotes: quotesRouter,
  receipts: receiptsRouter,
  reviews: reviewsRouter,
  schedule: scheduleRouter,
  teams: teamsRouter,
  wallet: walletRouter,
  workers: workersRouter,
});

export type AppRouter = typeof appRouter;

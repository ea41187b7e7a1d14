import type { AskPreview, OwnQuote, PreviewAskInput, QuoteJob } from "@lingong/contracts";
import { orders, quotes } from "@lingong/db";
import {
  defaultPolicy,
  dueAt,
  isLowRate,
  leastBargain,
  leastRate,
  newcomerHint,
  type Order,
  type Policy,
  prepaidFen,
  type Quote,
  type QuoteCommand,
  suggestedRate,
} from "@lingong/domain";
import { bandOf, loadMarket } from "../catalog/market.ts";
import type { Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { type JobFacts, loadJobFacts, loadJobView, pinnedNow, priceWarOf } from "../offers/job.ts";
import { splitOf } from "../orders/terms/split.ts";
import { policyOf } from "../policy/policies.ts";

import { allows, atRate, type KeptQuote, quoteView, standingOf } from "./record.ts";
import { askRefusal, floorRefusal, priceRefusal } from "./refusals.ts";

/** When quotes end: the order's own clock. */
export function closesAt(order: Order): string | null {
  return order.state === "quoting" ? iso(dueAt(order, defaultPolicy)?.at ?? null) : null;
}

/** How an order's whole price splits at a rate, on the worker's own facts: what choosing it would charge. */
function splitAt(job: JobFacts, rateFenPerHour: number, policy: Policy) {
  const order = atRate(job.order, rateFenPerHour);
  const { plan, travelFen } = order.terms;
  return splitOf({ plan, baseFen: prepaidFen(order) - travelFen, travelFen }, pinnedNow(job).pinned, policy);
}

const answers: readonly QuoteCommand[] = [{ type: "agree" }, { type: "keep" }, { type: "withdraw" }];

/** What its worker may do with a quote now: the machine's own answers, while the order takes quotes. */
function actionsOf(record: KeptQuote, order: Order): OwnQuote["actions"] {
  if (order.state !== "quoting") return [];
  const { askFenPerHour, floorFenPerHour } = record.body;
  const commands: readonly QuoteCommand[] = [{ type: "ask", askFenPerHour, floorFenPerHour }, ...answers];
  return commands.filter((command) => allows(record, "worker", command)).map(({ type }) => type as OwnQuote["actions"][number]);
}

/** One's own quote: floor, take-home at the fees it was asked under, and what may be done with it. */
export async function ownQuoteView(services: Services, record: KeptQuote, job: JobFacts): Promise<OwnQuote> {
  const { order } = job;
  const { body } = record;
  const { policy } = await policyOf(services, body.policyHash);
  const waits = standingOf(record, order) === "countered" ? body.counterFenPerHour : null;
  return {
    ...quoteView(record, order),
    floorFenPerHour: body.floorFenPerHour,
    split: splitAt(job, body.rateFenPerHour, policy),
    counterSplit: waits === null ? null : splitAt(job, waits, policy),
    actions: actionsOf(record, order),
  };
}

/** An order that is, or was, open to quotes. A worker who has none on it sees it only while it is. */
async function quotedOrder({ services, session }: Signed, orderId: string) {
  const { order } = found(await orders.findById(services.db, orderId));
  const record = await quotes.findLatest<Quote>(services.db, { orderId, workerId: session.userId });
  if (order.terms.pricing !== "quotes" || (record === null && order.state !== "quoting")) fail("quotes_not_wanted", { state: order.state });
  return { order, record };
}

/** Everything a worker needs to name a price, and the quote they have on it. */
export async function loadQuoteJob(ctx: Signed, orderId: string): Promise<QuoteJob> {
  const { services, session } = ctx;
  const { order, record } = await quotedOrder(ctx, orderId);
  const [market, job, counts] = await Promise.all([
    loadMarket(services, order.terms.categoryId, order.cityId),
    loadJobFacts(services, order, session.userId),
    quotes.countOpen(services.db, [orderId]),
  ]);
  const { facts } = job;
  const leastAskFen = leastRate(order.terms.plan, facts.minimumWageFen, facts.policy);
  const suggestedAskFen = suggestedRate(market, leastAskFen, facts.policy);
  const refused = askRefusal(job);
  return {
    job: await loadJobView(services, atRate(order, record?.body.rateFenPerHour ?? suggestedAskFen), session.userId),
    band: bandOf(market),
    quoteCount: counts.get(orderId) ?? 0,
    closesAt: closesAt(order),
    leastAskFen,
    suggestedAskFen,
    newcomerHint: newcomerHint(market.medianFen, facts.candidate?.completedOrders ?? 0, facts.policy),
    mine: record === null ? null : await ownQuoteView(services, record, job),
    refused: refused === null ? null : { code: refused.code, details: refused.details ?? null },
  };
}

/** What an ask would bring home, and what is to be said of it, before it is sent. */
export async function previewAsk(ctx: Signed, input: PreviewAskInput): Promise<AskPreview> {
  const { services, session } = ctx;
  const { order } = await quotedOrder(ctx, input.orderId);
  const [market, job] = await Promise.all([
    loadMarket(services, order.terms.categoryId, order.cityId),
    loadJobFacts(services, order, session.userId),
  ]);
  const { facts } = job;
  const { askFenPerHour, floorFenPerHour } = input;
  const leastRateFen = leastRate(order.terms.plan, facts.minimumWageFen, facts.policy);
  const problem = priceRefusal(order, facts, askFenPerHour) ?? floorRefusal(job, input);
  return {
    split: splitAt(job, askFenPerHour, facts.policy),
    leastNetFen: splitAt(job, floorFenPerHour ?? askFenPerHour, facts.policy).workerNetFen,
    leastFloorFen: leastBargain({ askFenPerHour, leastRateFen }, facts.policy),
    problem: problem === null ? null : { code: problem.code, details: problem.details ?? null },
    low: isLowRate(askFenPerHour, market.medianFen, facts.policy),
    priceWarWarning: await priceWarOf(services, { ...job, order: atRate(order, askFenPerHour) }, market.medianFen),
  };
}

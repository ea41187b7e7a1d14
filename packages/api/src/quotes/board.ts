import type { QuoteBoard, QuoteOffer } from "@lingong/contracts";
import { customers, loadSnapshots, orders, quotes, workers } from "@lingong/db";
import {
  type Actor,
  distanceMetres,
  type Facts,
  type Instant,
  leastBargain,
  type Order,
  type Position,
  prepaidFen,
  type Quote,
  transition,
  type WorkerSnapshot,
} from "@lingong/domain";
import { bandOf, loadMarket } from "../catalog/market.ts";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { plainFacts } from "../orders/facts.ts";
import { viewerOf } from "../orders/party.ts";
import { workerPersons } from "../people/cards.ts";
import { cancelPercentOf } from "../workers/standing.ts";
import { closesAt } from "./job.ts";
import { allows, atRate, type KeptQuote, quoteView, standingOf } from "./record.ts";

/** Quotes shown at most: nobody compares more. The cheapest come first. */
const shown = 50;
const nobody = "00000000-0000-7000-8000-000000000000";

/** What every quote of an order is judged and shown by. */
interface Board {
  readonly order: Order;
  readonly actor: Actor;
  readonly facts: Facts;
  readonly place: Position | null;
  readonly now: Instant;
}

async function loadBoard({ services }: Signed, order: Order, actor: Actor): Promise<Board> {
  const now = services.clock.now();
  const [facts, place, statistics] = await Promise.all([
    plainFacts(services, order, now),
    order.terms.mode === "on_site" ? orders.findPlace(services.db, order.id) : null,
    customers.findStatistics(services.db, order.customerId),
  ]);
  const exactPosition = place?.position ?? null;
  return {
    order,
    actor,
    place: exactPosition,
    now,
    facts: { ...facts, exactPosition, customerCompletedOrders: statistics.completedOrders },
  };
}

/** Why a quote cannot be chosen now: the order's own row, run dry on this worker's calendar. Null: it can. */
function refusalOf({ body }: KeptQuote, candidate: WorkerSnapshot | null, { order, actor, facts, now }: Board): QuoteOffer["refused"] {
  const { id, workerId, rateFenPerHour, state, policyHash } = body;
  const fact = { id, workerId, rateFenPerHour, state, policyHash };
  const judged = transition(order, actor, { type: "acceptQuote", quoteId: id, paymentId: nobody }, { ...facts, candidate, quote: fact }, now);
  return judged.ok ? null : { code: judged.error.code, details: judged.error.details ?? null };
}

function offerOf(record: KeptQuote, person: QuoteOffer["worker"], candidate: WorkerSnapshot | null, board: Board): Omit<QuoteOffer, "travelMinutes"> {
  const { order, facts, place } = board;
  const { body } = record;
  const refused = refusalOf(record, candidate, board);
  const least = leastBargain(body, facts.policy);
  const counters = order.state === "quoting" && allows(record, "customer", { type: "counter", rateFenPerHour: least });
  const from = candidate?.position ?? null;
  return {
    ...quoteView(record, order),
    leastCounterFen: least,
    totalFen: prepaidFen(atRate(order, body.rateFenPerHour)),
    worker: person,
    certified: candidate?.qualifications.find(({ categoryId }) => categoryId === order.terms.categoryId)?.certified ?? false,
    cancelPercent: null,
    distanceMetres: from === null || place === null ? null : distanceMetres(from, place),
    actions: [...(counters ? (["counter"] as const) : []), ...(refused === null ? (["choose"] as const) : [])],
    refused: order.state === "quoting" ? refused : null,
  };
}

async function minutesTo(services: Services, candidate: WorkerSnapshot | null, { place, now }: Board): Promise<number | null> {
  if (candidate?.position == null || place === null) return null;
  return (await services.map.travel({ from: candidate.position, to: place, mode: candidate.travelMode, departsAt: now })).minutes;
}

const gone: ReadonlySet<string> = new Set(["withdrawn", "void"]);

/** The quotes of one's own order side by side, those that may be chosen; a worker's floor is never among it. */
export async function loadQuoteBoard(ctx: Signed, orderId: string): Promise<QuoteBoard> {
  const { services, session } = ctx;
  const { order } = found(await orders.findById(services.db, orderId));
  const { actor } = viewerOf(session, order);
  const all = await quotes.listForOrder<Quote>(services.db, { orderId, limit: shown, standing: true });
  const records = all.filter((record) => !gone.has(standingOf(record, order)));
  const ids = [...new Set(records.map(({ workerId }) => workerId))];
  const board = await loadBoard(ctx, order, actor);
  const { bufferFixed, bufferRemote } = board.facts.policy.dispatch;
  const [people, standings, snapshots, market, asked] = await Promise.all([
    workerPersons(services, ids, order.customerId),
    workers.findStandings(services.db, ids),
    loadSnapshots(services.db, {
      which: { workerIds: ids },
      customerIds: [order.customerId],
      now: board.now,
      buffers: { bufferFixed, bufferRemote },
    }),
    loadMarket(services, order.terms.categoryId, order.cityId),
    quotes.listRequested(services.db, orderId),
  ]);
  const offers = await Promise.all(
    records.map(async (record): Promise<QuoteOffer | null> => {
      const person = people.get(record.workerId);
      const candidate = snapshots.find(({ id }) => id === record.workerId) ?? null;
      if (person === undefined) return null;
      const cancelPercent = cancelPercentOf(standings.get(record.workerId));
      return { ...offerOf(record, person, candidate, board), cancelPercent, travelMinutes: await minutesTo(services, candidate, board) };
    }),
  );
  return { orderId, closesAt: closesAt(order), asked: asked.length, band: bandOf(market), quotes: offers.filter((offer) => offer !== null) };
}

import type { OrderPreview, PreviewRaiseInput, PreviewRaiseOutput, TermsParsed, TermsProblem } from "@lingong/contracts";
import { newId, orders } from "@lingong/db";
import {
  contractOf,
  draft,
  type Facts,
  type Instant,
  isNight,
  isPeak,
  leastRate,
  type Order,
  prepaidFen,
  SECOND,
  scopeQuality,
  suggestedMinutes,
  termsHash,
  transition,
} from "@lingong/domain";
import { personKey } from "../accounts/people.ts";
import { knownCity } from "../catalog/lookup.ts";
import { bandOf, loadMarket } from "../catalog/market.ts";
import type { Context, Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { writeTerms } from "./draft.ts";
import { loadWorker, plainFacts } from "./facts.ts";
import { viewerOf } from "./party.ts";
import { ladderView } from "./terms/ladder.ts";
import { cheapestWorker, dearestWorker, splitOf } from "./terms/split.ts";

const nobody = "00000000-0000-7000-8000-000000000000";

/** The order as it would be drafted now: with the person's own key the hash is the one they will sign. */
async function imagine(ctx: Context, proposal: TermsParsed, now: Instant): Promise<Order> {
  const { services, session } = ctx;
  const key = session === null ? services.secrets.newPersonKey() : await personKey(services, session.userId);
  const { terms } = writeTerms(services, proposal, key);
  const city = knownCity(proposal.cityId);
  return draft({ id: newId(), cityId: city.id, zone: city.zone, customerId: session?.userId ?? nobody, terms }, now).order;
}

/** What placing would be refused for: `place` itself, run dry. */
function problemsOf(order: Order, facts: Facts, now: Instant): TermsProblem[] {
  const command = { type: "place", termsHash: termsHash(order.terms), paymentId: nobody } as const;
  const judged = transition(order, { role: "customer", id: order.customerId }, command, facts, now);
  return judged.ok ? [] : [{ code: judged.error.code, field: null, details: judged.error.details ?? null }];
}

/** The split with a named worker on the worker's own facts; without one null. */
async function namedSplit(services: Services, order: Order, facts: Facts, now: Instant): Promise<OrderPreview["split"]["named"]> {
  if (order.terms.direct === null) return null;
  const worker = await loadWorker(services, order.terms.direct.workerId, order.customerId, now);
  if (worker === null) return null;
  const certified = worker.qualifications.find(({ categoryId }) => categoryId === order.terms.categoryId)?.certified ?? false;
  const completedTogetherBefore = worker.together[order.customerId]?.completed ?? 0;
  return splitOf(priceOf(order), { certified, level: worker.level, completedOrders: worker.completedOrders, completedTogetherBefore }, facts.policy);
}

function priceOf(order: Order) {
  return { plan: order.terms.plan, baseFen: prepaidFen(order) - order.terms.travelFen, travelFen: order.terms.travelFen };
}

function ladderOf(order: Order, facts: Facts): OrderPreview["ladder"] {
  return ladderView(
    {
      rateFenPerHour: order.rateFenPerHour,
      authorisedMinutes: order.terms.bookedMinutes,
      headcount: order.terms.headcount,
      acceptedAt: null,
      startsAt: order.startsAt,
      asSoonAsPossible: order.terms.startsAt === null,
    },
    { ...dearestWorker, plan: order.terms.plan },
    facts.policy,
  );
}

/** What an order would cost, hold, split and sign, before there is one (§4: preview = charge). */
export async function previewOrder(ctx: Context, input: { readonly terms: TermsParsed }): Promise<OrderPreview> {
  const { services } = ctx;
  const now = services.clock.now();
  const order = await imagine(ctx, input.terms, now);
  const facts = await plainFacts(services, order, now);
  const { policy, category } = facts;
  const { terms } = order;
  const market = await loadMarket(services, category.id, order.cityId);
  const contract = contractOf(
    { terms, category, zone: order.zone, rateFenPerHour: order.rateFenPerHour, startsAt: order.startsAt, facts: null },
    null,
    policy,
  );
  const quality = scopeQuality(category, { scope: terms.scope, photoCount: terms.photoIds.length });
  const startsAt = order.startsAt ?? now;
  const { bookingStepMinutes, onSiteAtMostMinutes, paymentWithin } = policy.lifecycle;
  return {
    termsHash: contract.hash,
    contract: { hash: contract.hash, clauses: contract.clauses.map((clause) => ({ ...clause })) },
    prepaidFen: prepaidFen(order),
    bookedMinutes: terms.bookedMinutes,
    split: {
      named: await namedSplit(services, order, facts, now),
      leastNet: splitOf(priceOf(order), dearestWorker, policy),
      mostNet: splitOf(priceOf(order), cheapestWorker, policy),
    },
    ladder: ladderOf(order, facts),
    band: bandOf(market),
    minimumRateFen: leastRate(terms.plan, facts.minimumWageFen, policy),
    suggestedMinutes: suggestedMinutes(category, terms.scope, { step: bookingStepMinutes, most: onSiteAtMostMinutes }),
    quality: { percent: quality.percent, missing: [...quality.missing] },
    night: isNight(startsAt, order.zone, policy),
    peak: isPeak(startsAt, order.zone, policy),
    problems: problemsOf(order, facts, now),
    paymentWithinSeconds: paymentWithin / SECOND,
  };
}

/** What a higher price adds, and the hash that the raise signs. */
export async function previewRaise({ services, session }: Signed, input: PreviewRaiseInput): Promise<PreviewRaiseOutput> {
  const { order } = found(await orders.findById(services.db, input.orderId));
  viewerOf(session, order);
  const raised = { ...order, rateFenPerHour: input.rateFenPerHour };
  return {
    termsHash: termsHash({ ...order.terms, rateFenPerHour: input.rateFenPerHour }),
    extraFen: Math.max(0, prepaidFen(raised) - prepaidFen(order)),
    newTotalFen: prepaidFen(raised),
  };
}

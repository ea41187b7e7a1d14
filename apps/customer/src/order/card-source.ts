import type { OrderCard, OrderView } from "@lingong/contracts";
import type { HeadlineSource } from "./headline.ts";

export function sourceOfCard(card: OrderCard): HeadlineSource {
  return { ...card, workerName: card.counterpartName, worked: null };
}

export function sourceOfOrder(order: OrderView): HeadlineSource {
  return {
    state: order.state,
    startsAt: order.workingStart ?? order.startsAt,
    endsAt: order.endsAt,
    travel: order.travel,
    deadline: order.deadline,
    steps: order.steps,
    asked: order.matching?.asked ?? 0,
    workerName: order.counterpart?.name ?? null,
    totalFen: order.bill?.totalFen ?? order.money.prepaidFen,
    quoted: order.terms.pricing === "quotes",
    worked: workedOf(order.service),
  };
}

/** Work without its pauses, so that a running timer can go on from it. */
export function workedOf(service: OrderView["service"]): HeadlineSource["worked"] {
  if (service === null) return null;
  const work = service.segments.filter(({ kind }) => kind === "work");
  const ended = work.flatMap(({ from, to }) => (to === null ? [] : [Date.parse(to) - Date.parse(from)]));
  const running = work.find(({ to }) => to === null);
  return { before: ended.reduce((total, length) => total + length, 0), since: running === undefined ? null : Date.parse(running.from) };
}

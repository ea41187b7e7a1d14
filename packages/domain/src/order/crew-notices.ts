import { occupationFrom, occupyingStates } from "./calendar.ts";
import type { Order, OrderState } from "./order.ts";
import type { Notice } from "./outcome.ts";

/** What members of a team are told: to go, to stay at home, to go at another time. */
export const crewNoticeKinds = ["crew_assigned", "crew_released", "crew_time_changed"] as const;
type CrewNoticeKind = (typeof crewNoticeKinds)[number];

/** Who of a team is bound by an order in its present state. */
function crewOf({ assignment, state }: Order): readonly string[] {
  return assignment !== null && (occupyingStates as readonly OrderState[]).includes(state) ? assignment.crew : [];
}

/** From when to when those who go are expected. */
function hoursOf(order: Order): string {
  if (order.assignment === null) return "";
  const { from, to } = occupationFrom(order, order.assignment.workingStart);
  return `${from} ${to}`;
}

/**
 * What a step means to the people of a team, derived from the order before and after as calendars are (decision 3): a row of the table
 * cannot forget them. Whoever has begun the work is not told that they need not come.
 */
export function crewNotices(before: Order, after: Order): readonly Notice[] {
  const [went, go] = [crewOf(before), crewOf(after)];
  if (went.length === 0 && go.length === 0) return [];
  const tell =
    (kind: CrewNoticeKind) =>
    (userId: string): Notice => ({ to: "crew", userId, kind, data: {} });
  const moved = hoursOf(before) === hoursOf(after) ? [] : go.filter((id) => went.includes(id));
  const released = after.service === null ? went.filter((id) => !go.includes(id)) : [];
  return [
    ...go.filter((id) => !went.includes(id)).map(tell("crew_assigned")),
    ...moved.map(tell("crew_time_changed")),
    ...released.map(tell("crew_released")),
  ];
}

import {
  availableActions,
  commissionOf,
  defaultPolicy,
  HOUR,
  type Instant,
  lifecycle,
  MINUTE,
  type Order,
  type OrderTable,
  transition,
} from "@lingong/domain";
import { acceptedAt, customer, type Placed, startsAt } from "./grid.ts";

/** The rows by which somebody cancels: what else the person may do at the minute is not asked for. */
export const cancelRows: OrderTable = Object.fromEntries(Object.entries(lifecycle as OrderTable).filter(([, row]) => row.on === "cancel"));

/** What cancelling moves, in fen: to the worker, to the platform, back to the customer. */
export type Cost = readonly [workerFen: number, commissionFen: number, refundFen: number];

/** One minute at which what is shown, what is posted and what the rule book says are not the same; null: not to be had. */
export interface Difference {
  readonly shown: Cost | null;
  readonly charged: Cost | null;
  readonly book: Cost;
}

const share = (baseFen: number, percent: number): number => Math.floor((baseFen * percent * 2 + 100) / 200);

/** The ladder of §5 for an accepted order whose worker is free to be left once half an hour late, restated in whole numbers. */
function feeByTheBook(order: Order, baseFen: number, now: Instant): number {
  const hour = order.rateFenPerHour;
  const left = startsAt - now;
  if (left >= 24 * HOUR || left <= -30 * MINUTE || (now - acceptedAt <= 5 * MINUTE && left > 2 * HOUR)) return 0;
  const fee = left >= 2 * HOUR ? Math.min(Math.max(share(baseFen, 20), Math.floor((hour + 1) / 2)), hour) : Math.max(share(baseFen, 50), hour);
  return Math.min(fee, baseFen);
}

function costByTheBook(order: Order, now: Instant): Cost {
  const baseFen = Math.floor((order.rateFenPerHour * order.terms.bookedMinutes * 2 + 60) / 120);
  const fee = feeByTheBook(order, baseFen, now);
  const pinned = order.assignment?.pinned;
  if (pinned === undefined) throw new Error("nothing pinned");
  const net = commissionOf({ ...pinned, baseFen }, defaultPolicy).workerNetFen;
  return [Math.min(fee, net), fee - Math.min(fee, net), baseFen - fee];
}

/** What the button says. */
function costShown({ order, facts }: Placed, now: Instant, table: OrderTable): Cost | null {
  const action = availableActions(order, customer, facts, now, table).find(({ command }) => command === "cancel");
  if (action === undefined) return null;
  const { workerReceivesFen, commissionFen, refundFen } = action.consequence;
  return [workerReceivesFen, commissionFen, refundFen];
}

/** What the button does: added up from the journal entries it posts. */
function costCharged({ order, facts }: Placed, now: Instant): Cost | null {
  const result = transition(order, customer, { type: "cancel", reason: "plans changed" }, facts, now);
  if (!result.ok) return null;
  const moved: [number, number, number] = [0, 0, 0];
  for (const { to, fen } of result.value.entries.flatMap(({ transfers }) => transfers)) {
    if (to.startsWith("worker:")) moved[0] += fen;
    else if (to === "commission") moved[1] += fen;
    else if (to.startsWith("gateway:")) moved[2] += fen;
    else throw new Error(`cancelling moves money to ${to}`);
  }
  return moved;
}

const same = (one: Cost | null, other: Cost): boolean => one?.every((fen, index) => fen === other[index]) ?? false;

/** Lays what is shown beside what is charged and what the rule book says, at one minute; null: all three are the same. */
export function compareAt(placed: Placed, now: Instant, table: OrderTable = cancelRows): Difference | null {
  const book = costByTheBook(placed.order, now);
  const shown = costShown(placed, now, table);
  const charged = costCharged(placed, now);
  return same(shown, book) && same(charged, book) ? null : { shown, charged, book };
}

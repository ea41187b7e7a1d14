import type { AdminOrderRow, SearchOrdersInput, SearchOrdersOutput } from "@lingong/contracts";
import { orders, users } from "@lingong/db";
import { DAY, type Order } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import type { Signed } from "../kernel/signed.ts";
import { orderCards } from "../orders/card.ts";

/** Orders as admins list them: both names. */
export async function adminRows(services: Services, list: readonly Order[]): Promise<AdminOrderRow[]> {
  const [cards, people] = await Promise.all([
    orderCards(services, list, "admin"),
    users.findMany(
      services.db,
      list.flatMap((order) => [order.customerId, order.assignment?.workerId ?? order.customerId]),
    ),
  ]);
  return list.flatMap((order, index) => {
    const card = cards[index];
    if (card === undefined) return [];
    const workerId = order.assignment?.workerId;
    return [
      {
        ...card,
        cityId: order.cityId,
        customerName: people.get(order.customerId)?.displayName ?? "",
        workerName: workerId === undefined ? null : (people.get(workerId)?.displayName ?? null),
      },
    ];
  });
}

/** A local day as instants; the zone of all cities that matter here is the platform's own. */
function dayStart(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Temporal.PlainDate.from(day).toZonedDateTime("Asia/Shanghai").epochMilliseconds;
}

export async function searchOrders({ services }: Signed, input: SearchOrdersInput): Promise<SearchOrdersOutput> {
  const to = dayStart(input.to);
  const page = await orders.search(services.db, {
    cursor: input.cursor,
    limit: input.limit ?? 30,
    text: input.text,
    states: input.states,
    cityId: input.cityId,
    categoryId: input.categoryId,
    from: dayStart(input.from),
    to: to === undefined ? undefined : to + DAY,
    oldestFirst: input.sort === "oldest",
  });
  return { items: await adminRows(services, page.items), nextCursor: page.nextCursor, total: page.total };
}

import { DomainException, reportPosition, type Services, type SignedIn } from "@lingong/api";
import type { Acknowledgement, ReportPositionInput, WorkerPosition } from "@lingong/contracts";
import { orders } from "@lingong/db";

/** How long it is remembered which orders a worker is on the way to: a phone reports every ten seconds. */
const rememberedMs = 10_000;

export interface PositionsOptions {
  readonly services: Services;
  /** Sends a position to the room of an order on every server process. */
  readonly emit: (orderId: string, position: WorkerPosition) => void;
}

/**
 * A worker's positions: kept beside the worker, and shown to the customer of the order the worker is on the way to, and
 * to nobody else. They never pass through the feed.
 */
export function createPositionReports({ services, emit }: PositionsOptions) {
  const onTheWay = new Map<string, { readonly orderIds: readonly string[]; readonly until: number }>();
  const ordersOf = async (workerId: string): Promise<readonly string[]> => {
    const remembered = onTheWay.get(workerId);
    if (remembered !== undefined && remembered.until > performance.now()) return remembered.orderIds;
    const { items } = await orders.listForWorker(services.db, { workerId, states: ["en_route"], current: true, limit: 5, cursor: null });
    const orderIds = items.map(({ id }) => id);
    onTheWay.set(workerId, { orderIds, until: performance.now() + rememberedMs });
    return orderIds;
  };
  return async (session: SignedIn, input: ReportPositionInput): Promise<Acknowledgement> => {
    try {
      const { receivedAt } = await reportPosition(services, session, input);
      for (const orderId of await ordersOf(session.userId)) emit(orderId, { orderId, position: input.position, at: receivedAt });
      return { ok: true };
    } catch (error) {
      if (error instanceof DomainException) return { ok: false, code: error.error.code };
      throw error;
    }
  };
}

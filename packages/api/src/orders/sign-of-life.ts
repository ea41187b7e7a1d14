import { orders } from "@lingong/db";
import type { Duration } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { DomainException } from "../kernel/domain-exception.ts";
import { execute } from "./execute.ts";

/**
 * A worker at work has given a sign of life (§2: a position, a photo, a message); within `every` of the last one it says
 * nothing new. Nothing happens to an order that is not at work, or no longer.
 */
export async function noteSignOfLife(services: Services, orderId: string, userId: string, every: Duration = 0): Promise<void> {
  const record = await orders.findById(services.db, orderId);
  if (record === null || record.order.assignment?.workerId !== userId) return;
  const { state, lastSignOfLifeAt } = record.order;
  if (state !== "in_service" && state !== "paused") return;
  if (lastSignOfLifeAt !== null && services.clock.now() - lastSignOfLifeAt < every) return;
  try {
    await execute(services, { orderId, actor: { role: "worker", id: userId }, command: { type: "signOfLife" }, request: null });
  } catch (error) {
    // The work ended in between: what brought the sign of life stands all the same.
    if (!(error instanceof DomainException)) throw error;
  }
}

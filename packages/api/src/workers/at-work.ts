import { orders } from "@lingong/db";
import { defaultPolicy, distanceMetres, MINUTE, type Position } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { noteSignOfLife } from "../orders/sign-of-life.ts";

/** Positions come every ten seconds; whoever forgets to finish is billed to within this of when they were last there. */
export const signOfLifeEvery = 5 * MINUTE;

/** A worker at work who is where the work is gives a sign of life (§2); on the way home a position says nothing of work. */
export async function noteAtWork(services: Services, workerId: string, here: Position): Promise<void> {
  const { db } = services;
  const [order] = (await orders.listForWorker(db, { workerId, states: ["in_service", "paused"], current: true, limit: 1, cursor: null })).items;
  if (order === undefined) return;
  const there = (await orders.findPlace(db, order.id))?.position ?? null;
  if (there === null || distanceMetres(there, here) > defaultPolicy.lifecycle.noShowWithinMetres) return;
  await noteSignOfLife(services, order.id, workerId, signOfLifeEvery);
}

import type { Photo } from "@lingong/db";
import type { Order } from "@lingong/domain";
import { readable } from "./complete.ts";

/** Both sides of a dispute and those who have it, or had it, in hand: nobody else reads its evidence (§8). */
export function seesEvidence(order: Order, userId: string): boolean {
  const { dispute, customerId, assignment } = order;
  if (customerId === userId || assignment?.workerId === userId) return true;
  return dispute !== null && (dispute.arbitratorId === userId || dispute.formerArbitratorIds.includes(userId));
}

/** Whether somebody who may look at an order may see one of its pictures: evidence only once it was brought forward, what a claim rests on never, or their own. */
export function seesPhoto(order: Order, userId: string, photo: Pick<Photo, "id" | "ownerId" | "purpose">): boolean {
  if (photo.ownerId === userId) return true;
  if (photo.purpose !== "evidence") return photo.purpose !== "claim";
  const broughtForward = readable(order).dispute?.evidence.some(({ files }) => files.some(({ photoId }) => photoId === photo.id)) ?? false;
  return broughtForward && seesEvidence(order, userId);
}

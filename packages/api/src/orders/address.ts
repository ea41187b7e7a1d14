import { orders, users } from "@lingong/db";
import type { Order } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { type ExactAddress, openAddress } from "./terms/address.ts";

/** The exact address of an order; null: remote work, or erased. Whether it may be shown is the view's to say. */
export async function openSealedAddress(services: Services, order: Order): Promise<ExactAddress | null> {
  if (order.terms.place === null) return null;
  const [place, key] = await Promise.all([orders.findPlace(services.db, order.id), users.findKey(services.db, order.customerId)]);
  if (place?.addressCipher == null || key === null) return null;
  return openAddress(place.addressCipher, key, services.secrets);
}

import { z } from "zod";
import { id } from "./common.ts";
import { limits } from "./limits.ts";
import { orderCard } from "./order-card.ts";
import { addressInput } from "./order-terms.ts";
import { regularCard } from "./people.ts";
import { pendingReview } from "./reviews.ts";

export const savedAddress = addressInput.extend({ id, label: z.string(), cityId: z.string() });
export const saveAddressInput = z.object({
  id,
  cityId: z.string().max(limits.slug),
  label: z.string().trim().max(limits.label).default(""),
  address: addressInput,
});
export const removeAddressInput = z.object({ id });

export const favouriteInput = z.object({ workerId: id, favourite: z.boolean() });

/** The signed-in home in one call: the orders that are running, what comes next, and people worth asking again. */
export const customerHome = z.object({
  active: z.array(orderCard),
  upcoming: z.array(orderCard),
  regulars: z.array(regularCard),
  regularCount: z.int(),
  pendingReviews: z.array(pendingReview),
  unreadNotifications: z.int(),
});

export type SavedAddress = z.infer<typeof savedAddress>;
export type SaveAddressInput = z.input<typeof saveAddressInput>;
export type RemoveAddressInput = z.infer<typeof removeAddressInput>;
export type FavouriteInput = z.infer<typeof favouriteInput>;
export type CustomerHome = z.infer<typeof customerHome>;

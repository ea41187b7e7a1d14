import type { Terms } from "../order/terms.ts";
import { hashOf } from "./hash.ts";

/** The hash of an order's terms: what the customer signs at place, and again at each raise (§10). */
export function termsHash(terms: Terms): string {
  return hashOf(terms);
}

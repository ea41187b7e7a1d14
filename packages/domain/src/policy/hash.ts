import { hashOf } from "../contract/hash.ts";
import type { Policy } from "./policy.ts";

/** The hash of a policy's whole value: an order pins it at accept, so that every charge can be recomputed (§4). */
export function policyHash(policy: Policy): string {
  return hashOf(policy);
}

import type { PlansInForce } from "@lingong/contracts";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "./provider.tsx";

/** Plans change on a day that is announced: a page that stays open learns of it within minutes. */
const trustedMs = 5 * 60_000;

/** The fee plans a new order would be charged by now; undefined until the server has said. */
export function usePlansInForce(): PlansInForce["plans"] | undefined {
  return useQuery(useTRPC().policy.plansInForce.queryOptions(undefined, { staleTime: trustedMs })).data?.plans;
}

import type { MapProvider } from "@lingong/api";
import { distanceMetres, isPlausible, type Policy, travelMinutes } from "@lingong/domain";

/**
 * Road distance and travel time without a routing service: great circle × the detour factor, at the mode's speed (§6).
 * @throws RangeError for a position that is none.
 */
export function straightLineTravel(policy: Policy): MapProvider {
  return {
    async travel({ from, to, mode }) {
      if (!isPlausible(from) || !isPlausible(to)) throw new RangeError("no route from or to a place that is none");
      const straight = distanceMetres(from, to);
      return { metres: Math.round((straight * policy.dispatch.detourFactorPercent) / 100), minutes: travelMinutes(straight, mode, policy) };
    },
  };
}

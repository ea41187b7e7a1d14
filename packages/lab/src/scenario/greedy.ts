import type { City, Dispatcher } from "./dispatcher.ts";
import { openPairs, type Pair, type Party, partnerOf } from "./party.ts";

/** The baseline: whoever comes gets the best free partner at once; of equals the nearer, then the earlier in the file. */
export function greedy(city: City): Dispatcher {
  return {
    decidesOnArrival: true,
    hasRounds: false,
    arrived(party) {
      const [first, ...others] = openPairs(party);
      if (first !== undefined) city.join(others.reduce((best, pair) => (isBetter(pair, best, party) ? pair : best), first));
    },
    lastCall() {},
    round() {},
    gone() {},
  };
}

function isBetter(pair: Pair, best: Pair, party: Party): boolean {
  const ahead = pair.weight - best.weight || best.distance - pair.distance || partnerOf(best, party).number - partnerOf(pair, party).number;
  return ahead > 0;
}

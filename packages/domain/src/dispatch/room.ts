import type { Policy } from "../policy/policy.ts";
import type { Job } from "./snapshot.ts";

/** How the search for an order stands. */
export interface SearchStanding extends Pick<Job, "wave" | "openOffers" | "askedInWave"> {
  /** Somebody has it to themselves now: booked directly, or as the customer's regular. */
  readonly askedAlone: boolean;
}

/** Whether a wave number means the hall, where nobody is asked any more. */
export function isHall(wave: number, policy: Policy): boolean {
  return wave >= policy.dispatch.waveRadiiKm.length;
}

/** The wave an order is in, and how many it may still ask there: a wave asks three in all, with at most three offers out (§6). */
export function roomOf(
  { wave, openOffers, askedInWave }: Pick<Job, "wave" | "openOffers" | "askedInWave">,
  { dispatch: { waveSize } }: Policy,
): { readonly wave: number; readonly room: number } {
  if (openOffers === 0 && askedInWave >= waveSize) return { wave: wave + 1, room: waveSize };
  return { wave, room: waveSize - Math.max(askedInWave, openOffers) };
}

/** Whether a round may do something for an order now. Of the others it decides nothing, so it need not look at them. */
export function mayAskMore(search: SearchStanding, policy: Policy): boolean {
  if (isHall(search.wave, policy)) return false;
  return !search.askedAlone && roomOf(search, policy).room > 0;
}

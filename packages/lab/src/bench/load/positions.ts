import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { homeOf } from "./ground.ts";
import { now } from "./messages.ts";

const everyMs = 20;
/** A step of about ten metres: nobody leaves their neighbourhood. */
const stepDegrees = 0.0001;

/**
 * Workers report where they are, in turn, so many a second, by the way their app does. Nobody sends the next before the last was
 * answered: a server that cannot keep up is told less, not flooded.
 */
export function startPositions(clients: readonly LingongClient[], job: TermsInput, perSecond: number) {
  const began = now();
  const underWay = new Set<number>();
  const waits: number[] = [];
  let [due, sent, taken, next] = [0, 0, 0, 0];
  const report = async (number: number) => {
    const client = clients[number];
    if (client === undefined || underWay.has(number)) return;
    underWay.add(number);
    sent += 1;
    const { home } = homeOf(job, number);
    const asked = now();
    const answer = await client.live.reportPosition({ position: { lat: home.lat + stepDegrees * (sent % 7), lng: home.lng } }).catch(() => null);
    if (answer?.ok === true) {
      taken += 1;
      waits.push(now() - asked);
    }
    underWay.delete(number);
  };
  const timer = setInterval(() => {
    for (due = ((now() - began) / 1_000) * perSecond; next < due; next += 1) void report(next % clients.length);
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return { sent, taken, milliseconds: now() - began, waits };
    },
  };
}

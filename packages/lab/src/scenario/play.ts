import { batch } from "./batch.ts";
import { comingsOf } from "./comings.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { greedy } from "./greedy.ts";
import { openPairs, type Party } from "./party.ts";
import { openPast } from "./past.ts";
import { type Ends, endsOf, type Scenario } from "./scenario.ts";
import { type Decision, type Event, enter, leave, openStage, type Stage } from "./stage.ts";

export interface PlayOptions {
  readonly policy: "greedy" | "batch";
  /** Time between two rounds. */
  readonly round: number;
  /** How long an order may be held for a better partner; infinite: as long as it is there. */
  readonly hold: number;
  /** Whether somebody is still there at the stamp they leave at; absent: the file's stamps tell. */
  readonly ends?: Ends | undefined;
}

export interface Played {
  readonly decisions: readonly Decision[];
  /** How long each run of the policy took, in milliseconds. */
  readonly runs: readonly number[];
}

/** The order of things at one stamp: with inclusive ends people leave after everything else, with exclusive ones before. */
function phasesOf(ends: Ends): Readonly<Record<Event["kind"], number>> {
  return { return: 1, next: 1, held: 2, round: 3, leave: ends === "inclusive" ? 4 : 0 };
}

/** Plays a scenario with a policy. */
export function play(scenario: Scenario, { policy, round, hold, ends }: PlayOptions): Played {
  if (policy === "greedy") return perform(scenario, greedy, { ...unhurried, ends });
  return perform(scenario, (stage) => batch(stage, openPast(stage), { hold }), { round, hold, ends });
}

/** From the first event to the last: nobody is known before coming, nothing decided is undone. */
export function perform(scenario: Scenario, dispatcherFor: (stage: Stage) => Dispatcher, { round, hold, ends }: Pace = unhurried): Played {
  const stage = openStage(scenario, phasesOf(ends ?? endsOf(scenario)));
  const show: Show = { stage, round, hold, dispatcher: dispatcherFor(stage), runs: [], roundAt: Number.NEGATIVE_INFINITY };
  stage.onGone.push(show.dispatcher.gone);
  const comings = comingsOf(scenario);
  let coming = comings.next().value;
  if (coming !== undefined) stage.plan(coming.from, { kind: "next" });
  for (let moment = stage.timeline.next(); moment !== undefined; moment = stage.timeline.next()) {
    stage.now = moment.at;
    if (moment.event.kind !== "next") {
      happen(show, moment.event);
    } else if (coming !== undefined) {
      arrive(show, coming);
      coming = comings.next().value;
      if (coming !== undefined) stage.plan(coming.from, { kind: "next" });
    }
  }
  return { decisions: stage.decisions, runs: show.runs };
}

/** How often everybody is looked at, how long an order may be held, and what ends mean. */
type Pace = Pick<PlayOptions, "round" | "hold" | "ends">;

export const unhurried: Pace = { round: 1, hold: Number.POSITIVE_INFINITY };

/** A play going on. */
interface Show {
  readonly stage: Stage;
  readonly round: number;
  readonly hold: number;
  readonly dispatcher: Dispatcher;
  readonly runs: number[];
  /** When the next round is planned, or the last one was. */
  roundAt: number;
}

function happen(show: Show, event: Exclude<Event, { readonly kind: "next" }>): void {
  if (event.kind === "round") {
    run(show, () => show.dispatcher.round());
    planRound(show);
  } else if (event.kind === "return") {
    arrive(show, event.party);
  } else if (!event.party.isGone) {
    callLast(show, event.party);
    if (event.kind === "leave" && !event.party.isGone) leave(show.stage, event.party);
  }
}

function callLast(show: Show, party: Party): void {
  if (openPairs(party).length > 0) run(show, () => show.dispatcher.lastCall(party));
}

function arrive(show: Show, party: Party): void {
  const { stage, dispatcher, hold } = show;
  for (const order of enter(stage, party)) {
    if (stage.now + hold < order.to) stage.plan(stage.now + hold, { kind: "held", party: order });
  }
  if (party.pairs.length === 0) return;
  if (dispatcher.decidesOnArrival) run(show, () => dispatcher.arrived(party));
  planRound(show);
}

/** Rounds stand at whole multiples of their length, while there is somebody to decide about. */
function planRound(show: Show): void {
  const { stage, round, dispatcher } = show;
  if (!dispatcher.hasRounds || show.roundAt > stage.now || stage.orders.size === 0) return;
  show.roundAt = (Math.floor(stage.now / round) + 1) * round;
  stage.plan(show.roundAt, { kind: "round" });
}

/** Lets the policy decide, and takes the time. */
function run({ runs }: Show, decide: () => void): void {
  const began = performance.now();
  decide();
  runs.push(performance.now() - began);
}

import { addOns, atWork, beforeWork, sendingCrews } from "./attempts/at-work.ts";
import { type Attempt, attempt, type Tries, timer } from "./attempts/attempt.ts";
import { matching, paying, placing, quoting } from "./attempts/to-matching.ts";
import { disputing, ending } from "./attempts/to-the-end.ts";
import type { World } from "./world.ts";

/** All that is tried in a world: rights and wrongs of every command. `tries` of a state's own theme come first, strangers' to it never change anything. */
const themes: readonly Tries[] = [placing, quoting, paying, matching, beforeWork, sendingCrews, atWork, addOns, ending, disputing];

export function attemptsIn(world: World): readonly Attempt[] {
  return [
    ...themes.flatMap((tries) => tries(world)),
    attempt(world, timer, { type: "serviceRestarted" }),
    attempt(world, timer, { type: "timeOut" }),
  ];
}

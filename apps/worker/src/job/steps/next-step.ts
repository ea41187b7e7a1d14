import type { Available } from "./available.ts";

/** The way through a job, the farthest step first: the first of them that may be done now is the next action. */
const wayForward = ["resume", "finish", "start", "arrive", "depart", "confirmTime"] as const;
export type StepCommand = (typeof wayForward)[number] | "pause";

/** What stands beside it, narrower. */
const beside: Readonly<Partial<Record<StepCommand, StepCommand>>> = { finish: "pause", resume: "finish" };

export interface NextStep {
  readonly primary: Available & { readonly command: StepCommand };
  readonly secondary: (Available & { readonly command: StepCommand }) | null;
}

/** The one next action of a job, out of what may be done now; null: it is somebody else's turn. */
export function nextStepOf(available: readonly Available[]): NextStep | null {
  for (const command of wayForward) {
    const found = find(available, command);
    if (found === null) continue;
    const other = beside[command];
    return { primary: found, secondary: other === undefined ? null : find(available, other) };
  }
  return null;
}

function find(available: readonly Available[], command: StepCommand): (Available & { readonly command: StepCommand }) | null {
  const found = available.find((one) => one.command === command);
  return found === undefined ? null : { ...found, command };
}

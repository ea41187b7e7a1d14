import type { QueuedStep } from "@lingong/client";
import type { OrderView } from "@lingong/contracts";

export const stepKeys = ["confirm_time", "depart", "arrive", "start", "work", "finish", "settle"] as const;
export type StepKey = (typeof stepKeys)[number];

/** The last step that a command reaches. */
const reaches: Readonly<Partial<Record<string, StepKey>>> = {
  confirmTime: "confirm_time",
  depart: "depart",
  arrive: "arrive",
  start: "work",
  finish: "finish",
};

export interface ShownSteps {
  readonly keys: readonly StepKey[];
  /** Index of the last step reached; 0 before the first. */
  readonly current: number;
  /** When a step was reached, or will be, as the server says. */
  readonly at: Readonly<Partial<Record<StepKey, { readonly at: string; readonly expected: boolean }>>>;
  /** All is over. */
  readonly ended: boolean;
}

function isStepKey(key: string): key is StepKey {
  return (stepKeys as readonly string[]).includes(key);
}

/** The job's steps with those that wait on this device counted as taken. */
export function shownSteps(order: Pick<OrderView, "steps" | "endedAt">, waiting: readonly QueuedStep[]): ShownSteps {
  const steps = order.steps.flatMap((step) => (isStepKey(step.key) ? [{ ...step, key: step.key }] : []));
  const keys = steps.map(({ key }) => key);
  const reached = steps.findLastIndex((step) => step.at !== null && !step.expected);
  const here = waiting.map(({ command }) => keys.indexOf(reaches[command.type] ?? "confirm_time"));
  return {
    keys,
    current: Math.max(0, reached, ...here),
    at: Object.fromEntries(steps.flatMap(({ key, at, expected }) => (at === null ? [] : [[key, { at, expected }]]))),
    ended: order.endedAt !== null,
  };
}

import type { Me, SettingsView } from "@lingong/contracts";

export type GuideStep = "identity" | "skills" | "range";
export const guideSteps: readonly GuideStep[] = ["identity", "skills", "range"];

/** Whether a verification is on its way or done; refused and none want an answer. */
const given: Readonly<Record<NonNullable<Me["worker"]>["verification"]["state"], boolean>> = {
  none: false,
  pending: true,
  verified: true,
  refused: false,
};

/** The steps of the guide that are done, in their order. */
export function doneSteps(worker: NonNullable<Me["worker"]>, settings: Pick<SettingsView, "tags" | "home">): readonly GuideStep[] {
  const done: Record<GuideStep, boolean> = {
    identity: given[worker.verification.state],
    skills: settings.tags.length > 0,
    range: settings.home !== null,
  };
  return guideSteps.filter((step) => done[step]);
}

/** The first step that is still open; null: nothing is. */
export function nextStep(done: readonly GuideStep[]): GuideStep | null {
  return guideSteps.find((step) => !done.includes(step)) ?? null;
}

import type { ScoreView } from "@lingong/contracts";
import { type Policy, type ScoreParts, scorePartNames } from "@lingong/domain";

/** The most each part can bring (§6). */
export function mostOf(policy: Policy): ScoreParts {
  const { score } = policy.dispatch;
  return {
    skill: score.skillTags + score.skillCertified,
    distance: score.distance,
    standing: score.standing,
    history: score.history,
    activity: score.activity,
    response: score.response,
    profile: score.profile,
    fairness: score.fairness,
  };
}

/** A score with its parts in the rule book's order; the sum of the parts is the score. */
export function scoreView(
  parts: ScoreParts,
  kept: { readonly total: number; readonly rank: number | null; readonly policyVersion: string },
  policy: Policy,
): ScoreView {
  const most = mostOf(policy);
  return { parts: scorePartNames.map((part) => ({ part, points: parts[part], most: most[part] })), ...kept };
}

import { usePlansInForce } from "@lingong/client/react";
import { defaultPolicy, isLowRate, leastRate, withPlans } from "@lingong/domain";
import { useWizard } from "../draft/draft-context.tsx";

/** The hourly rate as it stands, and what the rules say of it. Amounts in fen. */
export function useRate() {
  const { draft, category, city, suggestion } = useWizard();
  const plans = usePlansInForce();
  const policy = plans === undefined ? defaultPolicy : withPlans(defaultPolicy, plans);
  const leastFen = leastRate(category.plan, city.minimumWageFen, policy);
  const suggestedFen = Math.max(suggestion.rateFenPerHour, leastFen);
  const fen = draft.form.rateFenPerHour ?? suggestedFen;
  return { fen, leastFen, suggestedFen, tooLow: fen < leastFen, low: isLowRate(fen, category.band.p50Fen, policy) };
}

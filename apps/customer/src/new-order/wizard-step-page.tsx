import { useEffect } from "react";
import type { WizardStep } from "./draft/device-drafts.ts";
import { useWizard } from "./draft/draft-context.tsx";
import { ContractStep } from "./steps/contract-step.tsx";
import { PlaceStep } from "./steps/place-step.tsx";
import { PriceStep } from "./steps/price-step.tsx";
import { ScopeStep } from "./steps/scope-step.tsx";

const pages = { scope: ScopeStep, place: PlaceStep, price: PriceStep, contract: ContractStep } satisfies Record<WizardStep, () => React.ReactNode>;

/** One step of the wizard; the draft remembers which was seen last. */
export function WizardStepPage({ step }: { readonly step: WizardStep }) {
  const { draft } = useWizard();
  const { visit } = draft;
  useEffect(() => visit(step), [visit, step]);
  const Page = pages[step];
  return <Page />;
}

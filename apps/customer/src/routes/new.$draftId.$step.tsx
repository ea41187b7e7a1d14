import { createFileRoute, notFound } from "@tanstack/react-router";
import { isWizardStep } from "../new-order/draft/device-drafts.ts";
import { WizardStepPage } from "../new-order/wizard-step-page.tsx";

export const Route = createFileRoute("/new/$draftId/$step")({
  component: StepRoute,
  beforeLoad: ({ params }) => {
    if (!isWizardStep(params.step)) throw notFound();
  },
});

function StepRoute() {
  const { step } = Route.useParams();
  return isWizardStep(step) ? <WizardStepPage key={step} step={step} /> : null;
}

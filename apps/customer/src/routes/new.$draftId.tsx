import { createFileRoute } from "@tanstack/react-router";
import { WizardFrame } from "../new-order/wizard-frame.tsx";

export const Route = createFileRoute("/new/$draftId")({ component: WizardRoute, staticData: { task: true } });

function WizardRoute() {
  const { draftId } = Route.useParams();
  return <WizardFrame key={draftId} draftId={draftId} />;
}

import { createFileRoute, Navigate } from "@tanstack/react-router";
import { useWizard } from "../new-order/draft/draft-context.tsx";

export const Route = createFileRoute("/new/$draftId/")({ component: ResumeRoute });

/** A draft without a step goes on where it was left. */
function ResumeRoute() {
  const { draft } = useWizard();
  return <Navigate to="/new/$draftId/$step" params={{ draftId: draft.id, step: draft.step }} replace />;
}

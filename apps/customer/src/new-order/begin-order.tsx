import { useCity } from "@lingong/client/react";
import { useServerClock } from "@lingong/ui";
import { Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { writeDraft } from "./draft/device-drafts.ts";
import { emptyForm } from "./form/order-form.ts";

export interface BeginOrderProps {
  readonly category?: string;
  readonly worker?: string;
  readonly name?: string;
}

/** A new draft for a category, kept on the device before its first step is shown. */
export function BeginOrder({ category, worker, name }: BeginOrderProps) {
  const readClock = useServerClock();
  const { cityId } = useCity();
  const [draftId] = useState(() => {
    if (category === undefined) return null;
    const id = crypto.randomUUID();
    const direct = worker === undefined ? null : { workerId: worker, name: name ?? "", ifRefused: "open" as const };
    writeDraft({ id, form: { ...emptyForm(category, cityId), direct }, step: "scope", savedAt: readClock() });
    return id;
  });
  if (draftId === null) return <Navigate to="/categories" replace />;
  return <Navigate to="/new/$draftId/$step" params={{ draftId, step: "scope" }} replace />;
}

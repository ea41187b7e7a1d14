import type { CategoryDetail, CityView } from "@lingong/contracts";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Suggestion } from "../form/order-form.ts";
import { suggestionOf } from "../form/scope.ts";
import type { Draft } from "./use-draft.ts";

/** What every step of the wizard works with. */
export interface Wizard {
  readonly draft: Draft;
  readonly category: CategoryDetail;
  readonly city: CityView;
  readonly suggestion: Suggestion;
}

const WizardContext = createContext<Wizard | null>(null);

export interface WizardProviderProps extends Omit<Wizard, "suggestion"> {
  readonly children: ReactNode;
}

export function WizardProvider({ draft, category, city, children }: WizardProviderProps) {
  const wizard = useMemo(() => ({ draft, category, city, suggestion: suggestionOf(draft.form, category) }), [draft, category, city]);
  return <WizardContext value={wizard}>{children}</WizardContext>;
}

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (wizard === null) throw new Error("useWizard needs a WizardProvider around it");
  return wizard;
}

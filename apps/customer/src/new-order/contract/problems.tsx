import type { TermsProblem } from "@lingong/contracts";
import { type ErrorCode, errorCodes } from "@lingong/domain";
import { ErrorAlert, knownErrorOf } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../components/link-button.tsx";
import type { WizardStep } from "../draft/device-drafts.ts";
import { useWizard } from "../draft/draft-context.tsx";

/** The step on which a refusal is put right. */
const stepOf: Readonly<Partial<Record<ErrorCode, WizardStep>>> = {
  scope_incomplete: "scope",
  place_missing: "place",
  start_too_soon: "place",
  start_too_late: "place",
  minutes_invalid: "place",
  headcount_invalid: "place",
  rate_below_minimum_wage: "price",
  rate_invalid: "price",
  travel_compensation_too_high: "price",
};

function isCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

/** What would be refused at signing, with the way to put it right; and what was refused. */
export function Problems({ problems, failure }: { readonly problems: readonly TermsProblem[]; readonly failure: unknown }) {
  const known = failure === null ? null : knownErrorOf(failure);
  return (
    <>
      {problems.map(({ code }) => (isCode(code) ? <Problem key={code} code={code} reference={null} /> : null))}
      {known !== null && <Problem code={known.code} reference={known.reference} />}
    </>
  );
}

function Problem({ code, reference }: { readonly code: ErrorCode; readonly reference: string | null }) {
  const { t } = useTranslation("customer");
  const { draft } = useWizard();
  const step = stepOf[code];
  return (
    <div>
      <ErrorAlert code={code} reference={reference} />
      {step !== undefined && (
        <LinkButton to="/new/$draftId/$step" params={{ draftId: draft.id, step }} variant="default" mt={8}>
          {t("contract.putRight", { step: t(`newOrder.step.${step}`) })}
        </LinkButton>
      )}
    </div>
  );
}

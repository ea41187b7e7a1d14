import { Panel, QualityRing, useFormat } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { Forecast } from "../forecast.tsx";
import { qualityOf } from "../form/scope.ts";
import { layoutQuestions } from "../questions/layout-questions.ts";
import { OptionalRows } from "../questions/optional-rows.tsx";
import { QuestionCard } from "../questions/question-card.tsx";
import { StepFrame } from "../step-frame.tsx";

/** What is to be done, question by question, with the quality meter and the price to expect. */
export function ScopeStep() {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  const { draft, category } = useWizard();
  const quality = qualityOf(draft.form, category);
  const { blocks, rows } = layoutQuestions(category.checklist);
  return (
    <StepFrame
      step="scope"
      actions={{
        lead: <Forecast />,
        primary: {
          label: category.mode === "remote" ? t("newOrder.nextTime") : t("newOrder.nextPlace"),
          onClick: () => void navigate({ to: "/new/$draftId/$step", params: { draftId: draft.id, step: "place" } }),
        },
      }}
    >
      <Panel dense>
        <QualityRing percent={quality.percent} missing={quality.missing.length}>
          <AcceptTimes />
        </QualityRing>
      </Panel>
      {blocks.map((block) => (
        <QuestionCard key={block.key} block={block} />
      ))}
      <OptionalRows items={rows} />
    </StepFrame>
  );
}

/** How much faster complete orders are accepted, where enough orders tell. */
function AcceptTimes() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { category } = useWizard();
  const { completeSeconds, incompleteSeconds } = category.timeToAccept;
  if (completeSeconds === null || incompleteSeconds === null) return t("newOrder.qualityWhy");
  const minutes = (seconds: number) => format.span(Math.max(1, Math.round(seconds / 60)));
  return t("newOrder.acceptTimes", { complete: minutes(completeSeconds), incomplete: minutes(incompleteSeconds) });
}

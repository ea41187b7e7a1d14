import type { ChecklistItemView } from "@lingong/contracts";
import { Panel, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { type Answer, isGiven } from "../form/order-form.ts";
import classes from "../new-order.module.css";
import { QuestionHead } from "../question-head.tsx";
import { AnswerInput, ChoiceAnswer, NumberAnswer, TakeUsual } from "./answer-input.tsx";
import type { QuestionBlock } from "./layout-questions.ts";
import { PhotoQuestion } from "./photo-question.tsx";

/** One card of the checklist. */
export function QuestionCard({ block }: { readonly block: QuestionBlock }) {
  if (block.kind === "photos") return <PhotoQuestion item={block.item} />;
  return block.kind === "pair" ? <PairCard block={block} /> : <SingleCard item={block.item} />;
}

/** Answers of the draft, and a way to give one. */
export function useAnswers() {
  const { draft } = useWizard();
  const { answers } = draft.form;
  const answer = (key: string) => (value: Answer) => draft.change({ answers: { ...answers, [key]: value } });
  return { answers, answer };
}

/** A label within a title: in Latin letters it begins small there. */
function inside(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function PairCard({ block: { number, choice } }: { readonly block: Extract<QuestionBlock, { kind: "pair" }> }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const { suggestion } = useWizard();
  const { answers, answer } = useAnswers();
  const done = isGiven(answers[number.key]) && isGiven(answers[choice.key]);
  return (
    <Panel dense>
      <QuestionHead
        done={done}
        title={t("newOrder.pair", { first: text(number.label), second: inside(text(choice.label)) })}
        aside={t("newOrder.suggests", { span: format.span(suggestion.minutes) })}
      />
      <div className={classes.pair}>
        <NumberAnswer item={number} value={answers[number.key]} onChange={answer(number.key)} />
        <ChoiceAnswer item={choice} value={answers[choice.key]} onChange={answer(choice.key)} asList />
      </div>
      <TakeUsual item={number} value={answers[number.key]} onChange={answer(number.key)} />
    </Panel>
  );
}

function SingleCard({ item }: { readonly item: Exclude<ChecklistItemView, { kind: "photos" }> }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const { answers, answer } = useAnswers();
  const value = answers[item.key];
  return (
    <Panel dense>
      <QuestionHead
        done={isGiven(value)}
        title={text(item.label)}
        aside={Array.isArray(value) && value.length > 0 ? t("newOrder.chosen", { count: value.length }) : undefined}
      />
      <AnswerInput item={item} value={value} onChange={answer(item.key)} />
    </Panel>
  );
}

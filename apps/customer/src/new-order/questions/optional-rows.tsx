import { MultiChoiceChips, Panel, useText } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import classes from "../new-order.module.css";
import { AnswerInput, columnsFor } from "./answer-input.tsx";
import { answerText } from "./answer-text.ts";
import type { QuestionLayout } from "./layout-questions.ts";
import { OpeningRow } from "./opening-row.tsx";
import { useAnswers } from "./question-card.tsx";

const noteAtMost = 1_000;

/** What may be left open: optional questions, wished skills, a word to the worker. */
export function OptionalRows({ items }: { readonly items: QuestionLayout["rows"] }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const { draft, category } = useWizard();
  const { answers, answer } = useAnswers();
  const { note, tags } = draft.form;
  const wished = category.tags.filter((tag) => tags.includes(tag.key)).map((tag) => text(tag.label));
  return (
    <Panel dense className={classes.rows}>
      {items.map((item) => (
        <OpeningRow
          key={item.key}
          title={text(item.label)}
          answer={answerText(item, answers[item.key], text)}
          action={t(item.kind === "choice" || item.kind === "choices" ? "newOrder.choose" : "newOrder.add")}
        >
          <AnswerInput item={item} value={answers[item.key]} onChange={answer(item.key)} />
        </OpeningRow>
      ))}
      {category.tags.length > 0 && (
        <OpeningRow title={t("newOrder.tags")} answer={wished.join(" · ")} action={t("newOrder.choose")}>
          <MultiChoiceChips
            label={t("newOrder.tags")}
            choices={category.tags.map((tag) => ({ value: tag.key, label: text(tag.label) }))}
            value={tags}
            onChange={(next) => draft.change({ tags: next })}
            columns={columnsFor(category.tags.map((tag) => text(tag.label)))}
          />
        </OpeningRow>
      )}
      <OpeningRow title={t("newOrder.note")} answer={note} action={t("newOrder.add")}>
        <Textarea
          aria-label={t("newOrder.note")}
          placeholder={t("newOrder.notePlaceholder")}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={noteAtMost}
          value={note}
          onChange={(event) => draft.change({ note: event.currentTarget.value })}
        />
      </OpeningRow>
    </Panel>
  );
}

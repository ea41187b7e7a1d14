import type { ChecklistItemView } from "@lingong/contracts";
import { ChoiceChips, MultiChoiceChips, NumberStepper, useText } from "@lingong/ui";
import { Button, Select, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../form/order-form.ts";
import classes from "../new-order.module.css";

export interface AnswerInputProps<Item> {
  readonly item: Item;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer) => void;
}

type Item = ChecklistItemView;
type NumberItem = Extract<Item, { kind: "number" }>;
const chipsAtMost = 6;

/** The field that fits a question. Photos have their own. */
export function AnswerInput({ item, value, onChange }: AnswerInputProps<Exclude<Item, { kind: "photos" }>>) {
  switch (item.kind) {
    case "number":
      return (
        <>
          <NumberAnswer item={item} value={value} onChange={onChange} />
          <TakeUsual item={item} value={value} onChange={onChange} />
        </>
      );
    case "choice":
      return <ChoiceAnswer item={item} value={value} onChange={onChange} />;
    case "choices":
      return <ChoicesAnswer item={item} value={value} onChange={onChange} />;
    case "text":
      return <TextAnswer item={item} value={value} onChange={onChange} />;
  }
}

/** Until it is answered the usual quantity stands there, to be taken or changed. */
export function NumberAnswer({ item, value, onChange }: AnswerInputProps<NumberItem>) {
  const text = useText();
  return (
    <NumberStepper
      label={text(item.label)}
      value={typeof value === "number" ? value : item.usual}
      onChange={onChange}
      least={item.least}
      most={item.most}
      step={item.step}
      unit={text(item.unit)}
    />
  );
}

/** Taking the usual quantity with one tap; nothing once there is an answer. */
export function TakeUsual({ item, value, onChange }: AnswerInputProps<NumberItem>) {
  const { t } = useTranslation("customer");
  const text = useText();
  if (typeof value === "number") return null;
  return (
    <div className={classes.guess}>
      <span>{t("newOrder.usual", { value: item.usual, unit: text(item.unit) })}</span>
      <Button variant="light" onClick={() => onChange(item.usual)}>
        {t("newOrder.takeUsual")}
      </Button>
    </div>
  );
}

/** A few options are chips, many are a list. */
export function ChoiceAnswer({
  item,
  value,
  onChange,
  asList = item.options.length > chipsAtMost,
}: AnswerInputProps<Extract<Item, { kind: "choice" }>> & { readonly asList?: boolean }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const label = text(item.label);
  const chosen = typeof value === "string" ? value : null;
  if (asList) {
    return (
      <Select
        aria-label={label}
        placeholder={t("newOrder.choose")}
        data={item.options.map((option) => ({ value: option.key, label: text(option.label) }))}
        value={chosen}
        onChange={(next) => next !== null && onChange(next)}
        allowDeselect={false}
        checkIconPosition="right"
      />
    );
  }
  return (
    <ChoiceChips
      label={label}
      choices={item.options.map((option) => ({ value: option.key, label: text(option.label) }))}
      value={chosen}
      onChange={onChange}
      columns={columnsFor(item.options.map((option) => text(option.label)))}
    />
  );
}

function ChoicesAnswer({ item, value, onChange }: AnswerInputProps<Extract<Item, { kind: "choices" }>>) {
  const text = useText();
  const labels = item.options.map((option) => text(option.label));
  return (
    <MultiChoiceChips
      label={text(item.label)}
      choices={item.options.map((option) => ({ value: option.key, label: text(option.label) }))}
      value={Array.isArray(value) ? value : []}
      onChange={(next) => onChange([...next])}
      columns={columnsFor(labels)}
    />
  );
}

/** Three columns for short words, two for longer ones: a Chinese character is as wide as two Latin letters. */
export function columnsFor(labels: readonly string[]): number {
  const widest = Math.max(...labels.map((label) => [...label].reduce((width, letter) => width + (letter > "\u2e80" ? 2 : 1), 0)));
  if (widest <= 10) return 3;
  return widest <= 20 ? 2 : 1;
}

function TextAnswer({ item, value, onChange }: AnswerInputProps<Extract<Item, { kind: "text" }>>) {
  const text = useText();
  return (
    <Textarea
      aria-label={text(item.label)}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={item.mostCharacters}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

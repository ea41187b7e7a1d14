import { VisuallyHidden } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./new-order.module.css";

export interface QuestionHeadProps {
  readonly title: string;
  readonly done: boolean;
  readonly aside?: ReactNode;
}

/** A question's title with its mark: answered, or still to do. */
export function QuestionHead({ title, done, aside }: QuestionHeadProps) {
  return (
    <div className={classes.head}>
      <DoneMark done={done} />
      <h2>{title}</h2>
      {aside !== undefined && <span>{aside}</span>}
    </div>
  );
}

export function DoneMark({ done }: { readonly done: boolean }) {
  const { t } = useTranslation("customer");
  const Glyph = done ? IconCircleCheck : IconCircleDashed;
  return (
    <>
      <Glyph size={20} aria-hidden className={done ? classes.done : classes.todo} />
      <VisuallyHidden>{done ? t("newOrder.answered") : t("newOrder.open")}</VisuallyHidden>
    </>
  );
}

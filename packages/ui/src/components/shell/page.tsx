import { ActionIcon } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../basics/class-names.ts";
import { ActionBar, type ActionBarProps } from "./action-bar.tsx";
import classes from "./page.module.css";

export interface PageProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** Shows the way back. */
  readonly onBack?: () => void;
  /** At the header's right: a clock, a saved mark, an icon. */
  readonly aside?: ReactNode;
  /** Under the header, above the content: steps, segments. */
  readonly lead?: ReactNode;
  /** The next action: sticky at the bottom on a phone, at the header's right on a desk. */
  readonly actions?: ActionBarProps;
  /** reading: one column of 640 px · wide: the whole content width. */
  readonly width?: "reading" | "wide";
  readonly children: ReactNode;
}

/** One screen: its header, its content in cards 12 px apart, its next action. */
export function Page({ title, subtitle, onBack, aside, lead, actions, width = "reading", children }: PageProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classNames(classes.page, classes[width])}>
      <div className={classNames(classes.head, onBack && classes.withBack)}>
        {onBack && (
          <ActionIcon aria-label={t("action.back")} onClick={onBack}>
            <IconChevronLeft size={24} aria-hidden />
          </ActionIcon>
        )}
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          {subtitle !== undefined && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </div>
      {lead !== undefined && <div className={classes.lead}>{lead}</div>}
      <div className={classes.content}>{children}</div>
      {actions && (
        <div className={classes.actions}>
          <ActionBar {...actions} />
        </div>
      )}
    </div>
  );
}

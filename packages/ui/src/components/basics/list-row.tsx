import { type Icon, IconChevronRight, IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { AppLink } from "../shell/navigation.tsx";
import { classNames } from "./class-names.ts";
import classes from "./list-row.module.css";

export interface ListRowProps {
  readonly icon?: Icon;
  /** In place of an icon: an avatar, a tile. */
  readonly lead?: ReactNode;
  /** A tick or a dashed ring before the title: done, or still to do. */
  readonly done?: boolean;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** At the right: an amount, a chip, a word. */
  readonly aside?: ReactNode;
  /** At the right, bold in the accent: the word for the way on. */
  readonly call?: ReactNode;
  readonly href?: string;
  readonly onClick?: () => void;
}

/** A row of a list or a menu; with a way on it is a link or a button as wide as the row. */
export function ListRow({ icon: Glyph, lead, done, title, detail, aside, call, href, onClick }: ListRowProps) {
  const Mark = done === undefined ? Glyph : done ? IconCircleCheck : IconCircleDashed;
  const content = (
    <>
      {lead}
      {Mark && <Mark size={24} aria-hidden className={classNames(classes.icon, done && classes.done)} />}
      <span className={classes.text}>
        <span className={classes.title}>{title}</span>
        {detail !== undefined && <span className={classes.detail}>{detail}</span>}
      </span>
      {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      {call !== undefined && <span className={classes.call}>{call}</span>}
      {(href !== undefined || onClick !== undefined) && <IconChevronRight size={20} aria-hidden className={classes.chevron} />}
    </>
  );
  if (href !== undefined) {
    return (
      <AppLink href={href} className={classes.row}>
        {content}
      </AppLink>
    );
  }
  if (onClick !== undefined) {
    return (
      <button type="button" className={classes.row} onClick={onClick}>
        {content}
      </button>
    );
  }
  return <div className={classes.row}>{content}</div>;
}

/** Rows under each other with hairlines between. */
export function ListRows({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.rows} data-rows>
      {children}
    </div>
  );
}

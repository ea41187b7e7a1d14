import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import classes from "../new-order.module.css";
import { DoneMark } from "../question-head.tsx";

export interface OpeningRowProps {
  readonly title: string;
  /** What was answered, in one line. */
  readonly answer: string;
  /** On the right while nothing was answered: choose, add. */
  readonly action: string;
  readonly children: ReactNode;
}

/** An optional question: a row that opens. */
export function OpeningRow({ title, answer, action, children }: OpeningRowProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.row}>
      <button type="button" className={classes.rowHead} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <DoneMark done={answer !== ""} />
        <span className={classes.rowTitle}>
          <b>{title}</b>
          {answer !== "" && <span>{answer}</span>}
        </span>
        <span className={classes.rowAction}>
          {answer === "" && action}
          <Chevron size={18} aria-hidden />
        </span>
      </button>
      <div id={id} hidden={!open} className={classes.rowBody}>
        {open && children}
      </div>
    </div>
  );
}

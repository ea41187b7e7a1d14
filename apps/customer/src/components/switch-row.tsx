import { Switch } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./switch-row.module.css";

export interface SwitchRowProps {
  readonly title: ReactNode;
  /** What being on (or off) means now. */
  readonly text: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** What it is and what it means at the left, the switch at the right. */
export function SwitchRow({ title, text, checked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className={classes.row}>
      <label htmlFor={id} className={classes.text}>
        <b>{title}</b>
        <span id={`${id}-text`}>{text}</span>
      </label>
      <Switch id={id} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} aria-describedby={`${id}-text`} />
    </div>
  );
}

import { NumberInput, type NumberInputProps } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./draft-table.module.css";

export interface DraftTableProps {
  /** Over the three columns: what, as it is, as the draft has it. */
  readonly heads: readonly [what: string, inForce: string, draft: string];
  readonly children: ReactNode;
}

/** The numbers of a policy, each as it is in force and as a draft would have it. */
export function DraftTable({ heads, children }: DraftTableProps) {
  return (
    <div>
      <div className={classes.head} aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      {children}
    </div>
  );
}

export interface DraftRowProps {
  readonly name: ReactNode;
  readonly inForce: ReactNode;
  /** A `DraftField`. */
  readonly children: ReactNode;
}

export function DraftRow({ name, inForce, children }: DraftRowProps) {
  return (
    <div className={classes.row}>
      <span>{name}</span>
      <span className={classes.inForce}>{inForce}</span>
      {children}
    </div>
  );
}

export interface DraftFieldProps
  extends Pick<NumberInputProps, "allowNegative" | "decimalScale" | "maxLength" | "prefix" | "suffix" | "thousandSeparator" | "error"> {
  /** What readers hear: the row's name is not tied to it. */
  readonly label: string;
  /** NaN: left empty. */
  readonly value: number;
  /** It is not what is in force. */
  readonly changed: boolean;
  readonly onChange: (value: number) => void;
}

/** A number of the draft, marked where it differs. */
export function DraftField({ label, value, changed, onChange, ...input }: DraftFieldProps) {
  return (
    <NumberInput
      {...input}
      aria-label={label}
      className={classes.field}
      data-changed={changed || undefined}
      hideControls
      value={Number.isFinite(value) ? value : ""}
      onChange={(next) => onChange(next === "" ? Number.NaN : Number(next))}
    />
  );
}

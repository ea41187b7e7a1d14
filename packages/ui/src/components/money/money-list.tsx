import type { Fen } from "@lingong/domain";
import type { ReactNode } from "react";
import { useFormat } from "../../format/use-format.ts";
import { classNames } from "../basics/class-names.ts";
import classes from "./money-list.module.css";

export interface MoneyLine {
  readonly key: string;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly fen: Fen;
  /** strong: the line that counts · quiet: something taken off · warn: held or lost. */
  readonly tone?: "plain" | "strong" | "quiet" | "warn";
}

export interface MoneyListProps {
  readonly lines: readonly MoneyLine[];
  /** Last line, above a hairline, bold. */
  readonly total?: { readonly label: ReactNode; readonly fen: Fen };
  readonly className?: string;
}

/** Amounts under each other, to be charged exactly as shown. */
export function MoneyList({ lines, total, className }: MoneyListProps) {
  const format = useFormat();
  return (
    <dl className={classNames(classes.list, className)}>
      {lines.map((line) => (
        <div key={line.key} className={classNames(classes.line, classes[line.tone ?? "plain"])}>
          <dt>
            {line.label}
            {line.detail !== undefined && <div className={classes.detail}>{line.detail}</div>}
          </dt>
          <dd>{format.money(line.fen)}</dd>
        </div>
      ))}
      {total && (
        <div className={classNames(classes.line, classes.total)}>
          <dt>{total.label}</dt>
          <dd>{format.money(total.fen)}</dd>
        </div>
      )}
    </dl>
  );
}

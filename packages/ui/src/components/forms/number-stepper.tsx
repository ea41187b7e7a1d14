import { ActionIcon } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import classes from "./number-stepper.module.css";

export interface NumberStepperProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly unit?: ReactNode;
  readonly disabled?: boolean;
}

/** A number between two ends: buttons of 44 px, and a field that takes typing. */
export function NumberStepper({ label, value, onChange, least, most, step = 1, unit, disabled }: NumberStepperProps) {
  const { t } = useTranslation("common");
  const id = useId();
  const set = (next: number) => onChange(Math.min(most, Math.max(least, Number.isFinite(next) ? next : least)));
  return (
    <div className={classes.stepper}>
      <ActionIcon
        className={classes.button}
        aria-label={`${label} ${t("stepper.less")}`}
        disabled={disabled || value <= least}
        onClick={() => set(value - step)}
      >
        <IconMinus size={20} aria-hidden />
      </ActionIcon>
      <label htmlFor={id} className={classes.middle}>
        <input
          id={id}
          aria-label={label}
          className={classes.input}
          inputMode="decimal"
          value={value}
          disabled={disabled}
          style={{ width: `${Math.max(2, String(value).length)}ch` }}
          onChange={(event) => set(Number(event.currentTarget.value.replace(/[^\d.]/g, "")))}
        />
        {unit !== undefined && <span className={classes.unit}>{unit}</span>}
      </label>
      <ActionIcon
        className={classes.button}
        aria-label={`${label} ${t("stepper.more")}`}
        disabled={disabled || value >= most}
        onClick={() => set(value + step)}
      >
        <IconPlus size={20} aria-hidden />
      </ActionIcon>
    </div>
  );
}

import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../basics/class-names.ts";
import classes from "./code-input.module.css";

export interface CodeInputProps {
  readonly value: string;
  readonly onChange: (digits: string) => void;
  /** Called once when the last digit is there. */
  readonly onComplete?: (digits: string) => void;
  readonly label?: string;
  /** At the label's right; that it can be pasted, unless told. */
  readonly hint?: string;
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

const LENGTH = 6;

/** Six boxes drawn over one real field, so that pasting, the keyboard's own code and readers work as in any field. */
export function CodeInput({ value, onChange, onComplete, label, hint, error, disabled, autoFocus }: CodeInputProps) {
  const { t } = useTranslation("common");
  const id = useId();
  const [focused, setFocused] = useState(false);
  const change = (text: string) => {
    const digits = text.replace(/\D/g, "").slice(0, LENGTH);
    onChange(digits);
    if (digits.length === LENGTH && digits !== value) onComplete?.(digits);
  };
  return (
    <div>
      <div className={classes.head}>
        <label htmlFor={id}>{label ?? t("code.label")}</label>
        <span id={`${id}-hint`}>{hint ?? t("code.hint")}</span>
      </div>
      <div className={classes.boxes}>
        {Array.from({ length: LENGTH }, (_, index) => {
          const active = focused && index === Math.min(value.length, LENGTH - 1);
          return (
            <span key={index} className={classNames(classes.box, active && classes.active, error && classes.wrong)} aria-hidden="true">
              {value[index] ?? (active ? <span className={classes.caret} /> : null)}
            </span>
          );
        })}
        <input
          id={id}
          className={classes.input}
          value={value}
          // biome-ignore lint/a11y/noAutofocus: the code is the only thing asked for on its screen
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          onChange={(event) => change(event.currentTarget.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]*"
          maxLength={12}
          disabled={disabled}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? `${id}-error` : `${id}-hint`}
        />
      </div>
      {error && (
        <div id={`${id}-error`} className={classes.error} role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

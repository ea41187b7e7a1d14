import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { groupPhone } from "../../format/phone.ts";
import classes from "./phone-input.module.css";

export interface PhoneInputProps {
  /** Up to 11 digits, no spaces. */
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly label?: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  /** Stands to be read while its code is awaited. */
  readonly readOnly?: boolean;
  /** At the right: a link to change the number, a button to send the code. */
  readonly right?: ReactNode;
  readonly rightWidth?: number;
  readonly autoFocus?: boolean;
}

/** A mobile number of mainland China: the country in front, digits grouped while typing, pasted numbers cleaned. */
export function PhoneInput({ value, onChange, label, right, rightWidth, ...rest }: PhoneInputProps) {
  const { t } = useTranslation("common");
  return (
    <TextInput
      {...rest}
      data-autofocus={rest.autoFocus || undefined}
      size="lg"
      label={label ?? t("phone.label")}
      type="tel"
      inputMode="numeric"
      autoComplete="tel-national"
      value={groupPhone(value)}
      onChange={(event) => onChange(digitsOf(event.currentTarget.value))}
      leftSection={<span className={classes.country}>+86</span>}
      leftSectionWidth={64}
      rightSection={right}
      rightSectionWidth={right === undefined ? undefined : (rightWidth ?? 96)}
      classNames={{ input: classes.input }}
    />
  );
}

function digitsOf(text: string): string {
  const digits = text.replace(/\D/g, "");
  return (digits.length > 11 ? digits.replace(/^(00)?86/, "") : digits).slice(0, 11);
}

import type { Fen } from "@lingong/domain";
import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";

export interface MoneyInputProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly fen: Fen;
  readonly onChange: (fen: Fen) => void;
  readonly least?: Fen;
  readonly most?: Fen;
  /** Fen a step of the arrows. */
  readonly step?: Fen;
  readonly error?: ReactNode;
}

/** An amount typed in yuan with at most two decimals, kept in fen. */
export function MoneyInput({ label, description, fen, onChange, least = 0, most = 1_000_000_00, step = 100, error }: MoneyInputProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      prefix="¥"
      decimalScale={2}
      fixedDecimalScale
      thousandSeparator=","
      allowNegative={false}
      clampBehavior="blur"
      min={least / 100}
      max={most / 100}
      step={step / 100}
      value={fen / 100}
      inputMode="decimal"
      error={error}
      onChange={(value) => {
        const yuan = typeof value === "number" ? value : Number.parseFloat(value);
        if (Number.isFinite(yuan)) onChange(Math.round(yuan * 100));
      }}
    />
  );
}

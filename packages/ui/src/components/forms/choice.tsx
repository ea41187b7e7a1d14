import type { Icon } from "@tabler/icons-react";
import { IconCheck } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { classNames } from "../basics/class-names.ts";
import classes from "./choice.module.css";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

interface ChipsBase<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** Equal columns; without it chips flow. */
  readonly columns?: number;
  readonly shape?: "box" | "pill";
}

export interface ChoiceChipsProps<Value extends string> extends ChipsBase<Value> {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

export interface MultiChoiceChipsProps<Value extends string> extends ChipsBase<Value> {
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  /** No more than so many. */
  readonly most?: number;
}

/** One of a few: 44 px chips, native radio buttons underneath. */
export function ChoiceChips<Value extends string>({ label, choices, columns, shape = "box", value, onChange }: ChoiceChipsProps<Value>) {
  const name = useId();
  return (
    <ChipGroup label={label} columns={columns}>
      {choices.map((choice) => (
        <ChipInput
          key={choice.value}
          choice={choice}
          shape={shape}
          type="radio"
          name={name}
          checked={choice.value === value}
          disabled={choice.disabled ?? false}
          onChange={() => onChange(choice.value)}
        />
      ))}
    </ChipGroup>
  );
}

/** Any of a few: 44 px chips with a tick, native checkboxes underneath. */
export function MultiChoiceChips<Value extends string>({
  label,
  choices,
  columns,
  shape = "box",
  value,
  onChange,
  most,
}: MultiChoiceChipsProps<Value>) {
  const name = useId();
  const toggle = (one: Value) => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <ChipGroup label={label} columns={columns}>
      {choices.map((choice) => {
        const checked = value.includes(choice.value);
        const full = most !== undefined && value.length >= most && !checked;
        return (
          <ChipInput
            key={choice.value}
            choice={choice}
            shape={shape}
            type="checkbox"
            name={name}
            checked={checked}
            disabled={choice.disabled || full}
            onChange={() => toggle(choice.value)}
          />
        );
      })}
    </ChipGroup>
  );
}

interface ChipGroupProps {
  readonly label: string;
  readonly columns: number | undefined;
  readonly children: ReactNode;
}

function ChipGroup({ label, columns, children }: ChipGroupProps) {
  return (
    <fieldset
      aria-label={label}
      className={columns === undefined ? classes.flow : classes.grid}
      style={columns === undefined ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {children}
    </fieldset>
  );
}

interface ChipInputProps {
  readonly choice: Choice<string>;
  readonly shape: "box" | "pill";
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: () => void;
}

function ChipInput({ choice, shape, type, name, checked, disabled, onChange }: ChipInputProps) {
  return (
    <label className={classNames(classes.chip, classes[shape], checked && classes.chosen, disabled && classes.disabled)}>
      <input type={type} name={name} value={choice.value} checked={checked} disabled={disabled} onChange={onChange} className={classes.input} />
      {checked && <IconCheck size={16} aria-hidden className={classes.tick} />}
      <span className={classes.word}>{choice.label}</span>
    </label>
  );
}

export interface ChoiceTileProps {
  /** Tiles with one name belong together. */
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly onChange: (value: string) => void;
  readonly icon?: Icon;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly disabled?: boolean;
}

/** A large radio choice: icon, title, what it means, and a round mark. */
export function ChoiceTile({ name, value, checked, onChange, icon: Glyph, title, children, disabled }: ChoiceTileProps) {
  return (
    <label className={classNames(classes.tile, checked && classes.tileChosen, disabled && classes.disabled)}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={() => onChange(value)}
        className={classes.input}
      />
      {Glyph && <Glyph size={24} aria-hidden className={classes.glyph} />}
      <span className={classes.tileText}>
        <b>{title}</b>
        {children !== undefined && <span>{children}</span>}
      </span>
      <span className={classes.mark} aria-hidden="true">
        {checked && <IconCheck size={16} stroke={2.5} />}
      </span>
    </label>
  );
}

import { IconStarFilled } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../basics/class-names.ts";
import classes from "./stars.module.css";

const five = [1, 2, 3, 4, 5] as const;
const words = ["one", "two", "three", "four", "five"] as const;

export interface StarsProps {
  /** 1 to 5, whole. */
  readonly value: number;
  readonly size?: number;
}

/** Five stars, so many of them filled. */
export function Stars({ value, size = 16 }: StarsProps) {
  const { t } = useTranslation("common");
  return (
    <span className={classes.stars} role="img" aria-label={t("stars.outOfFive", { stars: value })}>
      {five.map((star) => (
        <IconStarFilled key={star} size={size} aria-hidden className={star <= value ? classes.on : classes.off} />
      ))}
    </span>
  );
}

export interface RatingProps {
  /** Mean of the stars, one decimal; null: no reviews yet. */
  readonly value: number | null;
}

/** One star and the mean: `★ 4.8`. */
export function Rating({ value }: RatingProps) {
  const { t } = useTranslation("common");
  if (value === null) return <span className={classes.none}>{t("trust.noStars")}</span>;
  const text = value.toFixed(1);
  return (
    <span className={classes.rating} role="img" aria-label={t("stars.outOfFive", { stars: text })}>
      <IconStarFilled size={16} aria-hidden className={classes.on} />
      <b aria-hidden="true">{text}</b>
    </span>
  );
}

export interface StarsInputProps {
  /** 0: not chosen yet. */
  readonly value: number;
  readonly onChange: (stars: number) => void;
  /** What is rated; `选择几星` unless told. */
  readonly label?: string;
  readonly disabled?: boolean;
}

/** Five stars to choose from: a radio group with arrows, Home and End; the word for the choice stands behind it. */
export function StarsInput({ value, onChange, label, disabled }: StarsInputProps) {
  const { t } = useTranslation("common");
  const group = useRef<HTMLDivElement>(null);
  const name = useId();
  const choose = (stars: number) => {
    onChange(stars);
    group.current?.querySelector<HTMLElement>(`[data-stars="${stars}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = starAfter(event.key, value);
    if (next === null) return;
    event.preventDefault();
    choose(next);
  };
  const word = words[value - 1];
  return (
    <div className={classes.input}>
      <div ref={group} role="radiogroup" aria-label={label ?? t("stars.choose")} className={classes.choices} onKeyDown={onKeyDown} id={name}>
        {five.map((star) => (
          // biome-ignore lint/a11y/useSemanticElements: five drawn stars, not five native radios; keys and focus follow the radio group pattern
          <button
            key={star}
            type="button"
            role="radio"
            data-stars={star}
            aria-checked={star === value}
            aria-label={`${t("stars.value", { stars: star })} ${t(`stars.${words[star - 1] ?? "five"}`)}`}
            tabIndex={star === value || (value === 0 && star === 1) ? 0 : -1}
            disabled={disabled}
            className={classes.choice}
            onClick={() => choose(star)}
          >
            <IconStarFilled size={32} aria-hidden className={star <= value ? classes.on : classes.off} />
          </button>
        ))}
      </div>
      <span className={classNames(classes.word, word === undefined && classes.none)} aria-hidden="true">
        {word === undefined ? "" : t(`stars.${word}`)}
      </span>
    </div>
  );
}

function starAfter(key: string, value: number): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(5, value + 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(1, value - 1);
  if (key === "Home") return 1;
  return key === "End" ? 5 : null;
}

import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../basics/class-names.ts";
import classes from "./bar-chart.module.css";

export interface Bar {
  readonly key: string;
  /** Under the bar; a second line below it. */
  readonly label: string;
  readonly detail?: string;
  readonly value: number;
  /** On top of the first value, in the second colour. */
  readonly second?: number;
  /** In place of a bar of zero: `休`. */
  readonly none?: string;
}

export interface BarChartProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  /** Short form for the axis. */
  readonly axis?: (value: number) => string;
  readonly selected?: string;
  /** Bars can be chosen by pointer and arrow keys. */
  readonly onSelect?: (key: string) => void;
  readonly height?: number;
  /** Every so many labels are written. */
  readonly every?: number;
  /** After this bar stands the mark of now, with its word. */
  readonly mark?: { readonly after: string; readonly label: string };
}

/** A few bars on a common base, drawn without a chart library; each can be read and chosen. */
export function BarChart({ label, bars, format, axis = format, selected, onSelect, height = 110, every = 1, mark }: BarChartProps) {
  const top = roundTop(Math.max(1, ...bars.map((bar) => bar.value + (bar.second ?? 0))));
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = bars[bars.findIndex((bar) => bar.key === selected) + step];
    if (step === 0 || next === undefined || onSelect === undefined) return;
    event.preventDefault();
    onSelect(next.key);
    list.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <div className={classes.chart}>
      <div className={classes.axis} style={{ height }} aria-hidden="true">
        {[top, top / 2, 0].map((value) => (
          <span key={value}>{axis(value)}</span>
        ))}
      </div>
      <ul ref={list} className={classes.bars} aria-label={label} onKeyDown={onKeyDown}>
        {bars.map((bar, index) => (
          <Column
            key={bar.key}
            bar={bar}
            top={top}
            height={height}
            format={format}
            labelled={index % every === 0}
            plain={onSelect === undefined && selected === undefined}
            selected={bar.key === selected}
            reachable={bar.key === selected || (selected === undefined && index === 0)}
            onSelect={onSelect}
            mark={mark?.after === bar.key ? mark.label : undefined}
          />
        ))}
      </ul>
    </div>
  );
}

interface ColumnProps {
  readonly bar: Bar;
  readonly top: number;
  readonly height: number;
  readonly format: (value: number) => string;
  readonly labelled: boolean;
  readonly plain: boolean;
  readonly selected: boolean;
  readonly reachable: boolean;
  readonly onSelect: ((key: string) => void) | undefined;
  readonly mark: string | undefined;
}

function Column({ bar, top, height, format, labelled, plain, selected, reachable, onSelect, mark }: ColumnProps) {
  const { t } = useTranslation("common");
  const spoken = t("chart.bar", {
    label: bar.detail === undefined ? bar.label : `${bar.label} ${bar.detail}`,
    value: bar.second === undefined ? format(bar.value) : `${format(bar.value)} + ${format(bar.second)}`,
  });
  const tall = (value: number) => ({ height: (value / top) * height });
  const drawing = (
    <>
      <span className={classes.plot} style={{ height }} aria-hidden="true">
        {selected && <b className={classes.value}>{format(bar.value)}</b>}
        {bar.value === 0 && bar.none !== undefined && <span className={classes.none}>{bar.none}</span>}
        {bar.second !== undefined && <span className={classes.second} style={tall(bar.second)} />}
        <span className={classNames(classes.bar, (selected || plain) && classes.strong)} style={tall(bar.value)} />
      </span>
      <span className={classNames(classes.label, selected && classes.chosen)} aria-hidden="true">
        {labelled ? bar.label : "\u00a0"}
        {bar.detail !== undefined && <small>{bar.detail}</small>}
      </span>
    </>
  );
  return (
    <li className={classes.column}>
      {onSelect === undefined ? (
        <span className={classes.hit} role="img" aria-label={spoken}>
          {drawing}
        </span>
      ) : (
        <button
          type="button"
          className={classes.hit}
          data-bar={bar.key}
          aria-label={spoken}
          aria-pressed={selected}
          tabIndex={reachable ? 0 : -1}
          onClick={() => onSelect(bar.key)}
        >
          {drawing}
        </button>
      )}
      {mark !== undefined && (
        <span className={classes.mark} style={{ height }}>
          <b>{mark}</b>
        </span>
      )}
    </li>
  );
}

/** The next round number (of two digits at most) at or above the highest bar: the axis ends there and is halved. */
function roundTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= most) ?? 10) * power;
}

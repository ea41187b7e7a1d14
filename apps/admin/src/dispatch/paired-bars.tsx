import { Legend, Panel } from "@lingong/ui";
import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./dispatch.module.css";

export interface BarPair {
  readonly key: string;
  readonly label: string;
  /** Under the bars, where the label is too long. */
  readonly tick?: string;
  readonly from: number;
  readonly to: number;
}

export interface PairedBarsProps {
  readonly title: string;
  /** What the labels count. */
  readonly unit: string;
  readonly bars: readonly BarPair[];
  readonly format: (value: number) => string;
}

/** Two values beside each other at each place: as it was, and as it would have been. */
export function PairedBars({ title, unit, bars, format }: PairedBarsProps) {
  const { t } = useTranslation("admin");
  const top = Math.max(1, ...bars.flatMap(({ from, to }) => [from, to]));
  const height = (value: number) => ({ height: `${(value / top) * 100}%` });
  return (
    <Panel
      title={title}
      aside={
        <Legend
          items={[
            { key: "from", name: t("dispatch.inForce"), square: classes.fromMark },
            { key: "to", name: t("dispatch.draft") },
          ]}
        />
      }
    >
      <ul className={classes.pairs} aria-label={title}>
        {bars.map(({ key, label, tick, from, to }) => (
          <li key={key} title={t("dispatch.pair", { label, unit, from: format(from), to: format(to) })}>
            <VisuallyHidden component="span">{t("dispatch.pair", { label, unit, from: format(from), to: format(to) })}</VisuallyHidden>
            <span className={classes.plot} aria-hidden="true">
              <span data-bar="from" style={height(from)} />
              <span data-bar="to" style={height(to)} />
            </span>
            <span className={classes.tick} aria-hidden="true">
              {tick ?? label}
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.unit} aria-hidden="true">
        {unit}
      </p>
    </Panel>
  );
}

import { defaultPolicy, leastCounter } from "@lingong/domain";
import { useFormat } from "@lingong/ui";
import { Slider } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./quote.module.css";
import type { Asking } from "./use-ask.ts";

export interface FloorSliderProps {
  readonly asking: Asking;
  readonly leastAskFen: number;
}

/** The least one would take, for oneself alone: from 80 % of the ask to the ask itself. */
export function FloorSlider({ asking, leastAskFen }: FloorSliderProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { ask, floor, leastFloor } = asking;
  const wage = leastFloor > leastCounter(ask, defaultPolicy);
  const least = format.money(leastFloor);
  const net = asking.preview === undefined ? "…" : format.money(asking.preview.leastNetFen);
  return (
    <div className={classes.floor}>
      <div className={classes.floorHead}>
        <IconLock size={20} aria-hidden />
        <h3>{t("quote.floor")}</h3>
        <b>{format.money(floor ?? ask)}</b>
      </div>
      <Slider
        min={Math.min(leastFloor, ask)}
        max={ask}
        step={10}
        value={floor ?? ask}
        disabled={ask <= leastAskFen}
        label={null}
        thumbSize={28}
        thumbLabel={t("quote.floor")}
        onChange={(fen) => asking.setFloor(fen >= ask ? null : fen)}
      />
      <div className={classes.ends}>
        <span>{wage ? t("quote.floorLeastWage", { rate: least }) : t("quote.floorLeast", { rate: least })}</span>
        <span>{t("quote.floorNone", { rate: format.money(ask) })}</span>
      </div>
      <p className={classes.floorText}>
        {floor === null ? t("quote.floorTextNone", { least }) : t("quote.floorText", { floor: format.money(floor), net, least })}
      </p>
    </div>
  );
}

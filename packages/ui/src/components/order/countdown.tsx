import { DAY, type Duration, HOUR, type Instant, MINUTE } from "@lingong/domain";
import { VisuallyHidden } from "@mantine/core";
import { IconStopwatch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { useServerNow } from "../../time/server-clock.tsx";
import { classNames } from "../basics/class-names.ts";
import { Ring } from "../basics/ring.tsx";
import classes from "./countdown.module.css";

export interface CountdownProps {
  readonly until: Instant;
  /** What happens at zero, behind the digits: `后订单关闭，不扣款`. */
  readonly children?: ReactNode;
  readonly icon?: boolean;
  /** warn only when a right is about to be lost. */
  readonly tone?: "accent" | "warn" | "neutral";
  readonly size?: 12 | 13 | 14 | 15 | 17 | 20;
  /** Called once when it ends. */
  readonly onEnd?: () => void;
  readonly className?: string;
}

/** A clock icon, live digits by the server's clock, and what happens when they end. */
export function Countdown({ until, children, icon = true, tone = "accent", size = 13, onEnd, className }: CountdownProps) {
  const left = useTimeLeft(until, onEnd);
  const format = useFormat();
  const style = { fontSize: `var(--t${size})`, lineHeight: `var(--l${size})` };
  return (
    <span className={classNames(classes.countdown, classes[tone], className)} style={style} role="timer">
      {icon && <IconStopwatch size={Math.max(16, size + 3)} aria-hidden className={classes.icon} />}
      <span>
        <b className={classes.digits}>{format.countdown(left)}</b>
        {children !== undefined && <> {children}</>}
      </span>
    </span>
  );
}

/** Milliseconds left until an instant by the server's clock, never below zero; `onEnd` is called once when it reaches zero. */
export function useTimeLeft(until: Instant, onEnd?: () => void): Duration {
  const left = Math.max(0, until - useServerNow());
  const ended = useRef<Instant | null>(null);
  useEffect(() => {
    if (left > 0 || ended.current === until) return;
    ended.current = until;
    onEnd?.();
  }, [left, until, onEnd]);
  return left;
}

export interface CountdownRingProps {
  readonly until: Instant;
  /** The whole time, so that the ring knows its share. */
  readonly total: Duration;
  /** 104 for an offer, 72 in a job. */
  readonly size?: number;
  readonly tone?: "accent" | "warn";
  /** What it counts down to, for those who cannot see the ring. */
  readonly label?: string;
  readonly onEnd?: () => void;
}

/** A ring that runs empty, with the time left in its largest unit. */
export function CountdownRing({ until, total, size = 104, tone = "accent", label, onEnd }: CountdownRingProps) {
  const left = useTimeLeft(until, onEnd);
  const { t } = useTranslation("common");
  const format = useFormat();
  const { value, unit } = largestUnit(left);
  return (
    <span role="timer" className={classes.ringHolder}>
      <Ring value={total > 0 ? left / total : 0} size={size} tone={left === 0 ? "neutral" : tone}>
        <span className={size >= 96 ? classes.ringLarge : classes.ringSmall} aria-hidden="true">
          {value}
        </span>
        <span className={classes.ringUnit} aria-hidden="true">
          {t(`countdown.unit.${unit}`)}
        </span>
      </Ring>
      <VisuallyHidden>
        {label} {left === 0 ? t("countdown.over") : t("countdown.left", { time: format.countdown(left) })}
      </VisuallyHidden>
    </span>
  );
}

function largestUnit(left: Duration): { value: number; unit: "seconds" | "minutes" | "hours" | "days" } {
  if (left <= 90_000) return { value: Math.ceil(left / 1_000), unit: "seconds" };
  if (left <= 90 * MINUTE) return { value: Math.ceil(left / MINUTE), unit: "minutes" };
  return left <= 2 * DAY ? { value: Math.ceil(left / HOUR), unit: "hours" } : { value: Math.ceil(left / DAY), unit: "days" };
}

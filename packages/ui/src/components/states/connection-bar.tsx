import type { Instant } from "@lingong/domain";
import { IconCloudCheck, IconCloudOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { classNames } from "../basics/class-names.ts";
import classes from "./connection-bar.module.css";

export interface ConnectionBarProps {
  /** online shows nothing; back is shown for a few seconds after a loss. */
  readonly state: "online" | "offline" | "reconnecting" | "back";
  /** Steps kept on the device. */
  readonly queued?: number;
  /** What the page shows is from then. */
  readonly asOf?: Instant;
}

/** A quiet bar of 36 px: ink when the connection is lost, tint when it is back. The live region stays in the page so that it is heard. */
export function ConnectionBar({ state, queued = 0, asOf }: ConnectionBarProps) {
  return <div role="status">{state === "online" ? null : <Bar state={state} queued={queued} asOf={asOf} />}</div>;
}

function Bar({
  state,
  queued,
  asOf,
}: {
  readonly state: "offline" | "reconnecting" | "back";
  readonly queued: number;
  readonly asOf: Instant | undefined;
}) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const rest: ReactNode =
    queued > 0
      ? t("connection.queued", { count: queued })
      : asOf === undefined
        ? t("connection.nothingQueued")
        : t("connection.asOf", { time: format.time(asOf) });
  const titles = { offline: t("connection.lost"), reconnecting: t("connection.reconnecting"), back: t("connection.back") };
  const Glyph = state === "back" ? IconCloudCheck : IconCloudOff;
  return (
    <div className={classNames(classes.bar, state === "back" ? classes.back : classes.lost)}>
      <Glyph size={18} aria-hidden />
      <span>
        <b>{titles[state]}</b> {state === "back" ? t("connection.resuming") : rest}
      </span>
    </div>
  );
}

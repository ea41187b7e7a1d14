import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatShare } from "../../format/money.ts";
import { Ring } from "../basics/ring.tsx";
import classes from "./quality-ring.module.css";

export interface QualityRingProps {
  /** 0 to 100. */
  readonly percent: number;
  /** How many details are still open; the title follows from it unless told. */
  readonly missing: number;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly size?: number;
}

/** How complete a description is, and what completing it brings. */
export function QualityRing({ percent, missing, title, children, size = 64 }: QualityRingProps) {
  const { t } = useTranslation("common");
  const usual = missing === 0 ? t("quality.full") : t("quality.more", { count: missing });
  return (
    <div className={classes.quality}>
      <span role="img" className={classes.ring} aria-label={t("quality.label", { percent: formatShare(percent / 100) })}>
        <Ring value={percent / 100} size={size}>
          <b className={classes.number} aria-hidden="true">
            {Math.round(percent)}
          </b>
        </Ring>
      </span>
      <div>
        <div className={classes.title}>{title ?? usual}</div>
        {children !== undefined && <div className={classes.text}>{children}</div>}
      </div>
    </div>
  );
}

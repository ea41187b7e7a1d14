import { useTranslation } from "react-i18next";
import classes from "./level.module.css";

export interface LevelProps {
  /** 1 to 5. */
  readonly level: number;
  /** Level 1 with five or more orders reads 待提升. */
  readonly pending?: boolean;
}

const bars = [1, 2, 3, 4, 5] as const;

/** Five rising bars and the number, always together. */
export function Level({ level, pending }: LevelProps) {
  const { t } = useTranslation("common");
  return (
    <span className={classes.level}>
      <svg width="20" height="12" viewBox="0 0 20 12" aria-hidden="true">
        {bars.map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4.2 + 0.25}
            y={11.5 - (3 + bar * 1.6)}
            width="2.8"
            height={3 + bar * 1.6}
            rx="1"
            className={bar <= level ? classes.on : classes.off}
          />
        ))}
      </svg>
      <span className={classes.number}>{t("level.short", { level })}</span>
      {pending && <span>{t("level.pending")}</span>}
    </span>
  );
}

import { IconFlag, IconShieldCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { Chip } from "../basics/chip.tsx";
import { Panel } from "../basics/panel.tsx";
import type { RiskFlag } from "../score.ts";
import { Avatar } from "./avatar.tsx";
import { Rating } from "./stars.tsx";
import classes from "./trust-card.module.css";

export interface TrustCardProps {
  readonly name: string;
  /** Mean of the stars received, one decimal; null: none yet. */
  readonly rating: number | null;
  /** The district, never more before accept. */
  readonly district?: string;
  /** Completed orders together. */
  readonly together: number;
  readonly completed: number;
  readonly reviewed: number;
  readonly cancelled: number;
  readonly disputesLost: number;
  /** An empty list is said too: no flags. */
  readonly flags: readonly RiskFlag[];
  readonly children?: ReactNode;
}

/** The other side at a glance: who, how they are rated, four figures, and what to be careful about. */
export function TrustCard({ name, rating, district, together, completed, reviewed, cancelled, disputesLost, flags, children }: TrustCardProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const met = together === 0 ? t("trust.firstTime") : t("trust.together", { count: together });
  const figures = [
    [completed, t("trust.completed")],
    [reviewed, t("trust.reviewed")],
    [cancelled, t("trust.cancelled")],
    [disputesLost, t("trust.disputesLost")],
  ] as const;
  return (
    <Panel>
      <div className={classes.head}>
        <Avatar name={name} tone="neutral" />
        <div className={classes.who}>
          <div className={classes.name}>
            {name} <Rating value={rating} />
          </div>
          <div className={classes.second}>{district === undefined ? met : `${district} · ${met}`}</div>
        </div>
        <Flags flags={flags} />
      </div>
      <dl className={classes.figures}>
        {figures.map(([value, label]) => (
          <div key={label} className={classes.figure}>
            <dt>{label}</dt>
            <dd>{format.count(value)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </Panel>
  );
}

function Flags({ flags }: { readonly flags: readonly RiskFlag[] }) {
  const { t } = useTranslation("common");
  const { t: domain } = useTranslation("domain");
  if (flags.length === 0) {
    return (
      <Chip tone="accent" icon={IconShieldCheck}>
        {t("trust.noFlags")}
      </Chip>
    );
  }
  return (
    <span className={classes.flags}>
      {flags.map((flag) => (
        <Chip key={flag} icon={IconFlag}>
          {domain(`riskFlag.${flag}`)}
        </Chip>
      ))}
    </span>
  );
}

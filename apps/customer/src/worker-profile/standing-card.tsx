import type { WorkerProfile } from "@lingong/contracts";
import { Panel } from "@lingong/ui";
import { IconTrophy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./worker-profile.module.css";

/** The standing with the four parts it is made of, what they rest on, and the next level. */
export function StandingCard({ profile: { standingDetail } }: { readonly profile: WorkerProfile }) {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const { standing, parts, next } = standingDetail;
  const share = ({ good, of }: { readonly good: number; readonly of: number }) => (of === 0 ? t("profile.none") : t("profile.shares", { good, of }));
  const rows = [
    { part: "rating", rests: t("profile.reviewsCount", { count: parts.rating.reviews }) },
    { part: "onTime", rests: share(parts.onTime) },
    { part: "completion", rests: share(parts.completion) },
    { part: "streak", rests: t("profile.streak", { count: parts.streak.orders }) },
  ] as const;
  const missing =
    next === null
      ? []
      : [
          next.ordersMissing > 0 ? t("profile.nextOrders", { count: next.ordersMissing }) : "",
          next.standingMissing > 0 ? t("profile.nextStanding", { count: next.standingMissing }) : "",
        ].filter((part) => part !== "");
  return (
    <Panel
      title={t("profile.standing")}
      aside={
        <span>
          <b className={classes.total}>{standing}</b> {t("profile.standingOf")}
        </span>
      }
    >
      <ul className={classes.parts}>
        {rows.map(({ part, rests }) => (
          <li key={part}>
            <div className={classes.partHead}>
              <span>
                {domain(`standingPart.${part}`)} <small>{rests}</small>
              </span>
              <span>
                <b>{parts[part].points}</b>/{parts[part].most}
              </span>
            </div>
            <span className={classes.track} aria-hidden="true">
              <span style={{ width: `${(parts[part].points / parts[part].most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {next !== null && missing.length > 0 && (
        <p className={classes.next}>
          <IconTrophy size={20} aria-hidden />
          {t("profile.next", { level: next.level, missing: missing.join(" · ") })}
        </p>
      )}
    </Panel>
  );
}

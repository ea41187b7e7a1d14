import type { MatchingView } from "@lingong/contracts";
import { defaultPolicy } from "@lingong/domain";
import { Countdown, Panel } from "@lingong/ui";
import { IconHeart, IconUserSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** Who is being asked now: how many, how far around, or everybody in the hall. */
export function MatchingPanel() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const { matching } = order;
  if (matching === null) return null;
  if (matching.exclusive !== null) return <Exclusive exclusive={matching.exclusive} />;
  const { waveRadiiKm } = defaultPolicy.dispatch;
  const radius = waveRadiiKm[Math.min(Math.max(matching.wave, 1), waveRadiiKm.length) - 1] ?? waveRadiiKm[0];
  return (
    <Panel>
      <div className={classes.search} role="status">
        <span className={classes.pulse}>
          <IconUserSearch size={32} aria-hidden />
        </span>
        <div>
          <h2 className={classes.heading}>
            {t(matching.openOffers > 0 ? "matching.asking" : matching.inHall ? "matching.hall" : "matching.looking", { count: matching.openOffers })}
          </h2>
          <p className={classes.quiet}>{matching.asked === 0 ? t("matching.askedNobody") : t("matching.asked", { count: matching.asked })}</p>
          <p className={classes.caption}>
            {order.category.mode === "remote" || matching.inHall ? t("matching.everybody") : t("matching.radius", { km: radius })}
          </p>
        </div>
      </div>
    </Panel>
  );
}

/** One person has it to themselves: who, for how long still, and what happens then. */
function Exclusive({ exclusive: { name, kind, until } }: { readonly exclusive: NonNullable<MatchingView["exclusive"]> }) {
  const { t } = useTranslation("customer");
  return (
    <Panel>
      <div className={classes.search} role="status">
        <span className={classes.pulse}>
          <IconHeart size={32} aria-hidden />
        </span>
        <div>
          <h2 className={classes.heading}>{t("matching.exclusive", { name })}</h2>
          <p className={classes.quiet}>
            <Countdown until={Date.parse(until)}>{t("matching.exclusiveLeft")}</Countdown>
          </p>
          <p className={classes.caption}>{t(kind === "direct" ? "matching.exclusiveDirect" : "matching.exclusiveRegular")}</p>
        </div>
      </div>
    </Panel>
  );
}

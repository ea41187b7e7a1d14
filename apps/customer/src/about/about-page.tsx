import { usePlansInForce } from "@lingong/client/react";
import { defaultPolicy, type FeePlanId, highestCommission, MINUTE, withPlans } from "@lingong/domain";
import { Page, Panel, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../account/account.module.css";
import { PageTitle } from "../shell/page-title.tsx";

export const aboutTopics = ["fees", "safety", "rules"] as const;
export type AboutTopic = (typeof aboutTopics)[number];

const paragraphs = ["one", "two", "three", "four", "five"] as const;

/** How the platform works, with the very numbers it works by. */
export function AboutPage({ topic }: { readonly topic: AboutTopic }) {
  const { t } = useTranslation("customer");
  const numbers = useNumbers();
  const title = t(`about.${topic}.title`);
  return (
    <Page title={title}>
      <PageTitle>{title}</PageTitle>
      <Panel title={t(`about.${topic}.lead`)}>
        <div className={classes.prose}>
          <ul>
            {paragraphs.map((key) => (
              <li key={key}>{t(`about.${topic}.${key}`, numbers)}</li>
            ))}
          </ul>
        </div>
      </Panel>
    </Page>
  );
}

/** The policy's numbers as the sentences need them. */
function useNumbers() {
  const format = useFormat();
  const policy = withPlans(defaultPolicy, usePlansInForce() ?? defaultPolicy.fees.plans);
  const { fees, billing, cancellation, insurance, disputes, lifecycle, dispatch } = policy;
  const { life, pro } = fees.plans;
  // Of a hundred yuan, so that a fen is a basis point.
  const highest = (plan: FeePlanId) => format.rate(highestCommission(plan, 10_000, policy));
  return {
    lifeHigh: highest("life"),
    lifeLow: format.rate(life.lowest),
    proHigh: highest("pro"),
    proLow: format.rate(pro.lowest),
    flat: highest("flat"),
    block: billing.blockMinutes,
    grace: billing.graceMinutes + 1,
    travel: format.money(fees.travelMostFen),
    cover: format.money(insurance.coverFen),
    days: disputes.decidingWorkingDays,
    freeHours: cancellation.freeFrom / (60 * MINUTE),
    middle: format.rate(cancellation.middle.share),
    late: format.rate(cancellation.late.share),
    lateHours: cancellation.lateUnder / (60 * MINUTE),
    confirmHours: lifecycle.confirmOnSite / (60 * MINUTE),
    seconds: dispatch.offerLive / 1_000,
    wave: dispatch.waveSize,
  };
}

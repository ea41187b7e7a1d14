import type { StandingView } from "@lingong/contracts";
import { Panel, useFormat } from "@lingong/ui";
import { IconTrophy } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import classes from "./me.module.css";

const most = 1_000;
const parts = ["rating", "onTime", "completion", "streak"] as const;
type Part = (typeof parts)[number];

/** The standing: its number with the four parts it is made of, what they rest on, and the next level's missing steps. */
export function StandingCard({ standing }: { readonly standing: StandingView }) {
  const { t } = useTranslation("worker");
  return (
    <>
      <Panel
        title={t("standing.title")}
        aside={
          <Trans t={t} i18nKey="standing.total" values={{ value: standing.standing, most }} components={{ b: <b className={classes.total} /> }} />
        }
      >
        <ul className={classes.parts}>
          {parts.map((part) => (
            <PartRow key={part} part={part} standing={standing} />
          ))}
        </ul>
      </Panel>
      <NextLevel standing={standing} />
      <Faults faults={standing.faults} />
    </>
  );
}

function PartRow({ part, standing }: { readonly part: Part; readonly standing: StandingView }) {
  const { t: domain } = useTranslation("domain");
  const { points, most: best } = standing.parts[part];
  const detail = usePartDetail(standing)[part];
  return (
    <li className={classes.part}>
      <div className={classes.partHead}>
        <span>{domain(`standingPart.${part}`)}</span>
        <span>
          <b>{points}</b>/{best}
        </span>
      </div>
      <span className={classes.track} aria-hidden="true">
        <span style={{ width: `${(points / best) * 100}%` }} />
      </span>
      <div className={classes.second}>{detail}</div>
    </li>
  );
}

function usePartDetail({ parts: { rating, onTime, completion, streak } }: StandingView): Readonly<Record<Part, string>> {
  const { t } = useTranslation("worker");
  return {
    rating:
      rating.reviews === 0
        ? t("standing.noReviews")
        : t("standing.rating", { stars: (rating.ratingHundredths / 100).toFixed(2), count: rating.reviews }),
    onTime: onTime.of === 0 ? t("standing.noneYet") : t("standing.share", { good: onTime.good, of: onTime.of }),
    completion: completion.of === 0 ? t("standing.noneYet") : t("standing.share", { good: completion.good, of: completion.of }),
    streak: t("standing.streak", { count: streak.orders }),
  };
}

function NextLevel({ standing: { next } }: { readonly standing: StandingView }) {
  const { t } = useTranslation("worker");
  if (next === null) return null;
  const missing = [
    next.ordersMissing > 0 ? t("standing.ordersMissing", { count: next.ordersMissing }) : "",
    next.standingMissing > 0 ? t("standing.standingMissing", { count: next.standingMissing }) : "",
  ].filter((part) => part !== "");
  return (
    <Panel>
      <div className={classes.next}>
        <IconTrophy size={28} aria-hidden />
        <div>
          <b>{t("standing.next", { level: next.level })}</b>
          <p className={classes.second}>{missing.length === 0 ? t("standing.nextSoon") : missing.join(t("standing.and"))}</p>
        </div>
      </div>
    </Panel>
  );
}

function Faults({ faults }: { readonly faults: StandingView["faults"] }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  if (faults.length === 0) return <p className={classes.harmless}>{t("standing.noFaults")}</p>;
  return (
    <Panel title={t("standing.faults")} aside={t("standing.faultsAside")}>
      <ul className={classes.faults}>
        {faults.map(({ at, kind, orderId }) => (
          <li key={`${orderId}-${at}`}>
            {format.dateTime(Date.parse(at))} · {domain(`reliability.${kind as "withdrawn" | "no_show"}`)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import type { Overview } from "@lingong/contracts";
import { DAY } from "@lingong/domain";
import { FigureCard, useDistrict, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./overview.module.css";

/** The five figures of a city's day, each with how it moved over the last hours. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { inProgress } = overview;
  return (
    <div className={classes.figures}>
      <FigureCard
        label={t("overview.inProgress")}
        value={format.count(inProgress.total)}
        note={t("overview.inProgressNote", {
          enRoute: format.count(inProgress.enRoute),
          inService: format.count(inProgress.inService),
          toConfirm: format.count(inProgress.toConfirm),
        })}
        points={inProgress.trend}
      />
      <PaidToday overview={overview} />
      <FillRate fillRate={overview.fillRate} />
      <TimeToAccept timeToAccept={overview.timeToAccept} />
      <WorkersOnline overview={overview} />
    </div>
  );
}

function WorkersOnline({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { online, free, trend } = overview.workersOnline;
  return (
    <FigureCard
      label={t("overview.online")}
      value={format.count(online)}
      note={t("overview.onlineNote", { free: format.count(free) })}
      points={trend}
    />
  );
}

function PaidToday({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("admin");
  const format = useFormat(overview.zone);
  const { fen, sameTimeLastWeekFen, trend } = overview.paidToday;
  const weekday = format.weekday(Date.parse(overview.now) - 7 * DAY);
  const note =
    sameTimeLastWeekFen === 0
      ? t("overview.paidFirst", { weekday })
      : t("overview.paidNote", { weekday, change: format.change((fen - sameTimeLastWeekFen) / sameTimeLastWeekFen) });
  return <FigureCard label={t("overview.paidToday")} value={format.money(fen)} note={note} points={trend} />;
}

function FillRate({ fillRate }: { readonly fillRate: Overview["fillRate"] }) {
  const { t } = useTranslation("admin");
  const district = useDistrict();
  const format = useFormat();
  const { basisPoints, targetBasisPoints, trend, weakest } = fillRate;
  const below = basisPoints !== null && basisPoints < targetBasisPoints;
  const target = format.rate(targetBasisPoints);
  const note =
    below && weakest !== null
      ? t("overview.fillWeakest", { target, name: district(weakest.name), rate: format.share(weakest.basisPoints / 10_000) })
      : t("overview.fillNote", { target });
  return (
    <FigureCard
      label={t("overview.fillRate")}
      value={basisPoints === null ? t("overview.none") : format.share(basisPoints / 10_000)}
      note={basisPoints === null ? t("overview.noneYet") : note}
      points={trend}
      tone={below ? "warn" : "accent"}
    />
  );
}

function TimeToAccept({ timeToAccept }: { readonly timeToAccept: Overview["timeToAccept"] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { medianSeconds, targetSeconds, trend } = timeToAccept;
  return (
    <FigureCard
      label={t("overview.timeToAccept")}
      value={medianSeconds === null ? t("overview.none") : format.seconds(medianSeconds)}
      note={medianSeconds === null ? t("overview.noneYet") : t("overview.acceptNote", { target: format.span(targetSeconds / 60) })}
      points={trend}
      tone={medianSeconds !== null && medianSeconds > targetSeconds ? "warn" : "accent"}
    />
  );
}

import type { JobView } from "@lingong/contracts";
import { Chip, Panel, Price, SplitBar, useFormat, useText } from "@lingong/ui";
import { IconAward, IconCar, IconChevronDown, IconChevronUp, IconEqual } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { SplitWords } from "../components/split-words.tsx";
import { useWhen } from "./job-when.ts";
import classes from "./offer.module.css";

export interface JobCardProps {
  readonly job: JobView;
  /** At the right: the ring that counts down. */
  readonly ring?: ReactNode;
  readonly headingLevel?: 1 | 2;
}

/** What, when, and first of all what one takes home; the customer's price, its split and what stands behind the rate. */
export function JobCard({ job, ring, headingLevel = 2 }: JobCardProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const { day, range } = useWhen(job);
  const Heading = `h${headingLevel}` as const;
  const summary = text(job.summary);
  return (
    <Panel>
      <div className={classes.top}>
        <div className={classes.what}>
          <Heading className={classes.title}>
            {text(job.category.name)} <Chip tone="filled">{day}</Chip>
          </Heading>
          <div className={classes.when}>{range}</div>
          {summary !== "" && <div className={classes.summary}>{summary}</div>}
          <Price fen={job.split.workerNetFen} size={40} label={t("money.net")} inline className={classes.net} />
        </div>
        {ring}
      </div>
      <SplitBar
        legend="none"
        parts={[
          { kind: "worker", label: t("money.net"), fen: job.split.workerNetFen },
          { kind: "platform", fen: job.split.commissionFen },
        ]}
      />
      <PaidAndTaken job={job} />
      <RateChips job={job} />
    </Panel>
  );
}

function PaidAndTaken({ job }: { readonly job: JobView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const formula =
    job.headcount === 1
      ? t("money.formula", { rate: format.money(job.rateFenPerHour), span: format.span(job.bookedMinutes) })
      : t("money.formulaPeople", {
          rate: format.money(job.rateFenPerHour),
          span: format.span(job.bookedMinutes),
          people: format.people(job.headcount),
        });
  const b = { b: <b /> };
  return (
    <SplitWords>
      <span>
        <Trans t={t} i18nKey="money.customerPays" values={{ amount: format.money(job.split.customerPaysFen), formula }} components={b} />
      </span>
      <span>
        <Trans
          t={t}
          i18nKey="money.platform"
          values={{ rate: format.rate(job.split.rate), amount: format.money(job.split.commissionFen) }}
          components={b}
        />
      </span>
    </SplitWords>
  );
}

/** Where the rate lies on the market, and what of the worker's own lowered the commission. */
function RateChips({ job }: { readonly job: JobView }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const { medianFen, source } = job.market;
  const apart = Math.sign(job.rateFenPerHour - medianFen);
  const place = apart > 0 ? "above" : apart < 0 ? "below" : "at";
  const icons = { above: IconChevronUp, below: IconChevronDown, at: IconEqual };
  const median = format.money(medianFen);
  return (
    <div className={classes.chips}>
      <Chip tone={place === "below" ? "neutral" : "accent"} icon={icons[place]}>
        {source === "settled" ? t(`market.${place}`, { median }) : t(`market.reference.${place}`, { median })}
      </Chip>
      {job.certified && (
        <Chip tone="accent" icon={IconAward}>
          {t("offer.certified", { category: text(job.category.name) })}
        </Chip>
      )}
      {job.split.travelFen > 0 && <Chip icon={IconCar}>{t("money.withTravel", { amount: format.money(job.split.travelFen) })}</Chip>}
    </div>
  );
}

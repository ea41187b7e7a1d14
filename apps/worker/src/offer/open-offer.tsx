import type { OfferView } from "@lingong/contracts";
import { ActionBar, Chip, CountdownRing, ErrorAlert, knownErrorOf, useFormat, useTimeLeft } from "@lingong/ui";
import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconHeart } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { JobCard } from "./job-card.tsx";
import { CustomerCard, ScopeCard, Warnings } from "./job-facts.tsx";
import { JobMap } from "./job-map.tsx";
import classes from "./offer.module.css";
import { ScoreCard } from "./score-card.tsx";
import { useAnswer } from "./use-answer.ts";

export interface OpenOfferProps {
  readonly offer: OfferView;
  readonly onAside: () => void;
  readonly onDone: () => void;
}

/** An open offer: the place, the money, the person, why it came, and yes or no under the thumb. */
export function OpenOffer({ offer, onAside, onDone }: OpenOfferProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const answer = useAnswer(offer, onDone);
  const until = Date.parse(offer.expiresAt);
  const aside = (
    <ActionIcon variant="default" className={classes.asideButton} onClick={onAside} aria-label={t("offer.aside")}>
      <IconChevronDown size={24} aria-hidden />
    </ActionIcon>
  );
  return (
    <div className={classes.screen} data-remote={offer.place === null ? true : undefined}>
      {offer.place === null ? <div className={classes.noMap}>{aside}</div> : <JobMap job={offer} lead={aside} />}
      <div className={classes.cards}>
        <div className={classes.column}>
          <JobCard
            job={offer}
            headingLevel={1}
            ring={<CountdownRing until={until} total={until - Date.parse(offer.sentAt)} size={104} label={t("offer.ring")} />}
          />
          {offer.exclusive && (
            <Chip tone="accent" icon={IconHeart}>
              {t("offer.exclusive")}
            </Chip>
          )}
          <Warnings job={offer} />
          <CustomerCard job={offer} />
        </div>
        <div className={classes.column}>
          {offer.score !== null && <ScoreCard score={offer.score} />}
          <ScopeCard job={offer} />
        </div>
        {answer.error !== null && <ErrorAlert {...knownErrorOf(answer.error)} />}
      </div>
      <ActionBar
        scale="job"
        className={classes.bar}
        consequence={<PassesOn until={until} exclusive={offer.exclusive} />}
        secondary={{ label: t("offer.decline"), onClick: answer.decline, loading: answer.declining, disabled: answer.accepting }}
        primary={{
          label: t("offer.accept", { amount: format.money(offer.split.workerNetFen) }),
          onClick: answer.accept,
          loading: answer.accepting,
          disabled: answer.declining,
        }}
      />
    </div>
  );
}

/** What happens at the end of the ring, and the harmless thing. */
function PassesOn({ until, exclusive }: { readonly until: number; readonly exclusive: boolean }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const left = useTimeLeft(until);
  const time = left < 90_000 ? t("offer.seconds", { count: Math.ceil(left / 1_000) }) : format.countdown(left);
  return exclusive ? t("offer.passesOnExclusive", { time }) : t("offer.passesOn", { time });
}

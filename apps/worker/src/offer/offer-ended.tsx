import type { OfferView } from "@lingong/contracts";
import { defaultPolicy } from "@lingong/domain";
import { ActionBar, Chip, Panel, type PointLine, Points, Ring, useFormat, useText } from "@lingong/ui";
import { type Icon, IconBell, IconClockX, IconInfoCircle, IconShieldCheck, IconUsers, IconVolume } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NearbyJobs } from "../hall/nearby-jobs.tsx";
import { useWhen } from "./job-when.ts";
import classes from "./offer.module.css";

export type OfferEnding = "accepted" | "declined" | "timed_out" | "void";

/** Why a void one ended, where a sentence is ready for it. */
const voidReasons = ["taken", "raised", "cancelled", "expired"] as const;
type VoidReason = (typeof voidReasons)[number] | "other";

function voidReasonOf(reason: string | null): VoidReason {
  return voidReasons.find((known) => known === reason) ?? "other";
}

export interface OfferEndedProps {
  readonly offer: OfferView;
  readonly ending: OfferEnding;
  readonly onDone: () => void;
}

/** An offer that is over: what happened, that nothing is lost, and what else is near. */
export function OfferEnded({ offer, ending, onDone }: OfferEndedProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { day, range } = useWhen(offer);
  const story = useStory(offer, ending);
  const leave = (to: "/" | "/me/receipts" | "/hall") => {
    onDone();
    void navigate({ to });
  };
  const where = offer.distanceMetres === null ? t("offer.remote") : format.distance(offer.distanceMetres);
  return (
    <div className={classes.screen} data-remote>
      <div className={classes.endedHead}>
        <div>
          <h1 className={classes.endedTitle}>{text(offer.category.name)}</h1>
          <div className={classes.second}>{t("offer.endedSub", { day, range, where })}</div>
        </div>
        <Chip icon={IconClockX}>{t(`offer.ended.${ending}`)}</Chip>
      </div>
      <div className={classes.endedBody}>
        <div className={classes.endedTop} role="status">
          <Ring value={0} size={72}>
            <b className={classes.zero}>0</b>
          </Ring>
          <div>
            <h2 className={classes.endedLead}>{story.title}</h2>
            <p className={classes.second}>{story.detail}</p>
          </div>
        </div>
        <Panel>
          <Points points={story.safe} />
        </Panel>
        <NearbyJobs except={offer.orderId} onOpen={onDone} />
      </div>
      <ActionBar
        className={classes.bar}
        secondary={{ label: t("offer.why"), onClick: () => leave("/me/receipts") }}
        primary={{ label: t("offer.backToday"), onClick: () => leave("/") }}
      />
    </div>
  );
}

interface Story {
  readonly title: string;
  readonly detail: string;
  readonly safe: readonly (PointLine & { readonly icon?: Icon })[];
}

function useStory(offer: OfferView, ending: OfferEnding): Story {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const at = format.timeSeconds(Date.parse(offer.endedAt ?? offer.expiresAt));
  const harmless = { key: "harmless", icon: IconShieldCheck, children: t("offer.harmless") };
  switch (ending) {
    case "timed_out": {
      const seconds = Math.round((Date.parse(offer.expiresAt) - Date.parse(offer.sentAt)) / 1_000);
      const missed = {
        key: "missed",
        icon: IconInfoCircle,
        children: t("offer.missedInARow", { count: offer.missedInARow, most: defaultPolicy.dispatch.missedUntilOffline }),
      };
      const ring = { key: "ring", icon: IconVolume, children: t("offer.ringHint") };
      return {
        title: t("offer.timedOut"),
        detail: t("offer.timedOutDetail", {
          span: seconds < 120 ? t("offer.seconds", { count: seconds }) : format.span(Math.round(seconds / 60)),
          at,
        }),
        safe: offer.exclusive ? [harmless, ring] : [harmless, missed, ring],
      };
    }
    case "declined":
      return { title: t("offer.declined"), detail: t("offer.declinedDetail"), safe: [harmless] };
    case "accepted":
      return { title: t("offer.acceptedElsewhere"), detail: t("offer.acceptedDetail", { at }), safe: [harmless] };
    case "void": {
      const reason = voidReasonOf(offer.endedReason);
      const free = { key: "free", icon: IconShieldCheck, children: t("offer.timeFree") };
      const again = { key: "again", icon: IconBell, children: t("offer.askedAgain") };
      const others = { key: "others", icon: IconUsers, children: t("offer.firstWins") };
      return {
        title: t(`offer.void.${reason}`),
        detail: t(`offer.voidDetail.${reason}`, { at }),
        safe: reason === "taken" ? [free, again, others] : [free],
      };
    }
  }
}

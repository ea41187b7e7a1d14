import type { QuoteBoard, QuoteOffer } from "@lingong/contracts";
import type { ErrorCode } from "@lingong/domain";
import { Avatar, Chip, formatShare, Level, Panel, PriceBand, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconAward, IconCircleCheck, IconClock, IconInfoCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./quotes.module.css";

export interface QuoteCardProps {
  readonly quote: QuoteOffer;
  readonly board: QuoteBoard;
  /** The first of the list has the screen's one filled button. */
  readonly first: boolean;
  readonly onCounter: () => void;
  readonly onChoose: () => void;
}

/** One quote: what it costs, on the market; who it is and what they are known for; and the two ways on. */
export function QuoteCard({ quote, board: { band }, first, onCounter, onChoose }: QuoteCardProps) {
  const { t } = useTranslation("customer");
  const { t: errors } = useTranslation("errors");
  const format = useFormat();
  const { worker, actions, refused } = quote;
  const choosable = actions.includes("choose");
  return (
    <Panel className={classes.card}>
      <div className={classes.head}>
        <Avatar name={worker.name} imageUrl={worker.avatarUrl} size={44} />
        <div className={classes.who}>
          <h3 className={classes.name}>
            <Link to="/workers/$workerId" params={{ workerId: worker.id }}>
              {worker.name}
            </Link>
            {worker.level !== null && <Level level={worker.level} />}
          </h3>
          <Facts quote={quote} />
        </div>
        <div className={classes.price}>
          <b>{format.money(quote.rateFenPerHour)}</b> <span>{t("quotes.perHour")}</span>
          <div>{t("quotes.total", { amount: format.money(quote.totalFen) })}</div>
        </div>
      </div>
      {band.source === "settled" && (
        <PriceBand low={band.p25Fen} median={band.p50Fen} high={band.p75Fen} asked={quote.rateFenPerHour} labels="none" />
      )}
      <Standing quote={quote} />
      {refused !== null && (
        <p className={classes.refused}>
          <IconInfoCircle size={18} aria-hidden />
          <span>{errors(refused.code as ErrorCode)}</span>
        </p>
      )}
      <div className={classes.actions}>
        {actions.includes("counter") && (
          <Button variant="default" onClick={onCounter}>
            {t("quotes.counter")}
          </Button>
        )}
        <Button variant={first ? "filled" : "light"} onClick={onChoose} disabled={!choosable} className={classes.choose}>
          {t("quotes.choose")} {format.money(quote.totalFen)}
        </Button>
      </div>
    </Panel>
  );
}

/** What the worker is known for, in the order that matters: together, stars, completed, in time, given back, way. */
function Facts({ quote: { worker, cancelPercent, distanceMetres, travelMinutes } }: Pick<QuoteCardProps, "quote">) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const facts = [
    worker.together === 0 ? t("quotes.first") : t("quotes.together", { count: worker.together }),
    worker.starsHundredths === null ? t("quotes.newWorker") : t("quotes.stars", { stars: (worker.starsHundredths / 100).toFixed(1) }),
    worker.completedOrders === 0 ? null : t("quotes.completed", { count: worker.completedOrders }),
    worker.onTimePercent === null ? null : t("quotes.onTime", { share: formatShare(worker.onTimePercent / 100) }),
    cancelPercent === null ? null : t("quotes.cancels", { share: formatShare(cancelPercent / 100) }),
    distanceMetres === null || travelMinutes === null
      ? null
      : t("quotes.away", { distance: format.distance(distanceMetres), span: format.span(travelMinutes) }),
  ];
  return <div className={classes.facts}>{facts.filter((fact) => fact !== null).join(" · ")}</div>;
}

/** How the bargain stands. */
function Standing({ quote }: Pick<QuoteCardProps, "quote">) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  return (
    <div className={classes.chips}>
      {quote.certified && (
        <Chip tone="accent" icon={IconAward}>
          {t("quotes.certified")}
        </Chip>
      )}
      {quote.standing === "agreed" && (
        <Chip tone="accent" icon={IconCircleCheck}>
          {t("quotes.agreed")}
        </Chip>
      )}
      {quote.standing === "countered" && quote.counterFenPerHour !== null && (
        <Chip icon={IconClock}>{t("quotes.countered", { rate: format.money(quote.counterFenPerHour) })}</Chip>
      )}
      {quote.countersMade > 0 && quote.standing !== "agreed" && (
        <Chip>{quote.countersLeft === 0 ? t("quotes.leftNone") : t("quotes.left", { count: quote.countersLeft })}</Chip>
      )}
    </div>
  );
}

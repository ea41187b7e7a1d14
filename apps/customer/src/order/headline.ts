import type { OrderCard, StepView, TravelView } from "@lingong/contracts";
import { DAY, type Instant, MINUTE, type OrderState } from "@lingong/domain";
import type { Format } from "@lingong/ui";
import type { TFunction } from "i18next";

/** What a headline is made of: an order's page and its card on the home have all of it. */
export interface HeadlineSource {
  readonly state: OrderState;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly travel: TravelView | null;
  readonly deadline: OrderCard["deadline"];
  readonly steps: readonly StepView[];
  readonly asked: number;
  readonly workerName: string | null;
  readonly totalFen: number;
  /** A quote was chosen: unpaid, the order goes back to its quotes. */
  readonly quoted?: boolean;
  /** Work so far without its pauses: whole milliseconds before the running segment, and when that began. Null: as far as the steps tell. */
  readonly worked: { readonly before: number; readonly since: Instant | null } | null;
}

/** The one thing to know now: a large figure, the word behind it, a line below. */
export interface Headline {
  readonly figure: string;
  readonly unit: string;
  readonly detail: string;
}

export interface HeadlineContext {
  readonly now: Instant;
  readonly format: Format;
  readonly t: TFunction<"customer">;
}

type Make = (source: HeadlineSource, context: HeadlineContext) => Headline;

function ms(iso: string | null | undefined): Instant | null {
  return iso == null ? null : Date.parse(iso);
}

function stepAt(source: HeadlineSource, key: string): Instant | null {
  return ms(source.steps.find((step) => step.key === key)?.at);
}

function whenOf({ startsAt, endsAt }: HeadlineSource, { format, now, t }: HeadlineContext): string {
  const from = ms(startsAt);
  const to = ms(endsAt);
  if (from === null) return t("when.soon");
  return to === null ? format.dayTime(from, now) : format.dayTimeRange(from, to, now);
}

function left(source: HeadlineSource, { now, format }: HeadlineContext): string {
  return source.deadline === null ? "" : format.countdown(Math.max(0, Date.parse(source.deadline.at) - now));
}

const awaitingPayment: Make = (source, context) => ({
  figure: left(source, context),
  unit: context.t("headline.payWithin"),
  detail: context.t(source.quoted === true ? "quotes.payOtherwise" : "headline.payOtherwise"),
});

const matching: Make = (source, context) => ({
  figure: context.t("headline.matching"),
  unit: source.asked === 0 ? "" : context.t("headline.asked", { count: source.asked }),
  detail:
    source.deadline === null
      ? ""
      : context.t("headline.matchingUntil", { time: context.format.dayTimeInside(Date.parse(source.deadline.at), context.now) }),
});

const quoting: Make = (source, context) => ({
  figure: context.t("quotes.headline"),
  unit: "",
  detail:
    source.deadline === null ? "" : context.t("quotes.until", { time: context.format.dayTimeInside(Date.parse(source.deadline.at), context.now) }),
});

/** Hours and minutes below a day, then days and hours. */
function untilStart(left: number, format: Format): string {
  return left < DAY ? format.span(Math.ceil(left / MINUTE)) : format.countdown(left, DAY);
}

const accepted: Make = (source, context) => {
  const start = ms(source.startsAt);
  const { format, now, t } = context;
  const name = source.workerName ?? t("worker");
  if (start === null || start <= now)
    return { figure: t("headline.accepted"), unit: "", detail: t("headline.acceptedBy", { name, when: whenOf(source, context) }) };
  return {
    figure: untilStart(start - now, format),
    unit: t("headline.untilStart"),
    detail: t("headline.acceptedBy", { name, when: whenOf(source, context) }),
  };
};

const onTheWay: Make = (source, context) => {
  const { format, now, t } = context;
  const arrives = ms(source.travel?.arrivesAt);
  const start = ms(source.startsAt);
  if (source.travel === null || arrives === null) {
    return { figure: t("headline.departed"), unit: "", detail: start === null ? "" : t("headline.agreedStart", { time: format.time(start) }) };
  }
  const minutes = Math.max(1, Math.ceil((arrives - now) / MINUTE));
  return {
    figure: format.span(minutes),
    unit: t("headline.arrivesIn", { distance: format.distance(source.travel.distanceMetres) }),
    detail: arrivalDetail(arrives, start, context),
  };
};

/** `预计 13:48，比约定早 12 分`. */
function arrivalDetail(arrives: Instant, start: Instant | null, { format, t }: HeadlineContext): string {
  const time = format.time(arrives);
  if (start === null) return t("headline.expected", { time });
  const early = Math.round((start - arrives) / MINUTE);
  if (early >= 1) return t("headline.expectedEarly", { time, span: format.duration(early) });
  if (early <= -1) return t("headline.expectedLate", { time, span: format.duration(-early) });
  return t("headline.expectedOnTime", { time });
}

const arrived: Make = (source, context) => ({
  figure: context.t("headline.arrived"),
  unit: "",
  detail: context.t("headline.arrivedDetail", { name: source.workerName ?? context.t("worker"), when: whenOf(source, context) }),
});

const working: Make = (source, context) => {
  const { now, format } = context;
  const started = stepAt(source, "work");
  const worked = source.worked ?? (started === null ? null : { before: 0, since: started });
  const end = ms(source.endsAt);
  const past = worked === null ? null : worked.before + (worked.since === null ? 0 : Math.max(0, now - worked.since));
  return {
    figure: past === null ? context.t("headline.working") : format.countdown(past, Number.POSITIVE_INFINITY),
    unit: context.t("headline.sinceStart"),
    detail: end === null ? "" : context.t("headline.worksUntil", { time: format.time(end) }),
  };
};

const paused: Make = (_source, { t }) => ({ figure: t("headline.paused"), unit: "", detail: t("headline.pausedDetail") });

const toConfirm: Make = (source, context) => ({
  figure: left(source, context),
  unit: context.t("headline.autoConfirm"),
  detail: context.t("headline.confirmDetail", { amount: context.format.money(source.totalFen) }),
});

const disputed: Make = (_source, { t }) => ({ figure: t("headline.disputed"), unit: "", detail: t("headline.disputedDetail") });

const ended =
  (key: "completed" | "resolved" | "cancelled" | "expired" | "draft"): Make =>
  (source, { t, format }) => ({
    figure: t(`headline.${key}`),
    unit: "",
    detail: t(`headline.${key}Detail`, { amount: format.money(source.totalFen) }),
  });

/** One headline a state: a new state does not compile until it has one. */
const headlines = {
  draft: ended("draft"),
  quoting,
  awaiting_payment: awaitingPayment,
  matching,
  accepted,
  en_route: onTheWay,
  arrived,
  in_service: working,
  paused,
  awaiting_confirmation: toConfirm,
  disputed,
  completed: ended("completed"),
  resolved: ended("resolved"),
  cancelled: ended("cancelled"),
  expired: ended("expired"),
} satisfies Record<OrderState, Make>;

/** What stands largest on an order's page and card. */
export function headlineOf(source: HeadlineSource, context: HeadlineContext): Headline {
  return headlines[source.state](source, context);
}

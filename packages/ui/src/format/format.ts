import { type BasisPoints, DAY, type Duration, type Fen, HOUR, type Instant, MINUTE, SECOND } from "@lingong/domain";
import type { TFunction } from "i18next";
import type { Language } from "../messages/translations.ts";
import { clockTime, clockTimeSeconds, countdownDigits, dateTimeFormat, localDayNumber } from "./clock.ts";
import { formatChange, formatCount, formatMoney, formatMoneyRange, formatRate, formatShare, formatYuan } from "./money.ts";

export interface FormatInput {
  readonly language: Language;
  readonly zone: string;
  readonly t: TFunction<"common">;
}

/** How Intl is asked: English as in Britain (day before month, 24 h). */
const locales: Readonly<Record<Language, string>> = { "zh-CN": "zh-CN", en: "en-GB" };

/** Between the names of a list. */
const separators: Readonly<Record<Language, string>> = { "zh-CN": "、", en: ", " };

export type Format = ReturnType<typeof createFormat>;

/**
 * Everything the screens write that is not a sentence: money, rates, times, distances. In one language and one city's
 * zone; instants are epoch milliseconds, amounts fen, distances metres, durations milliseconds.
 */
export function createFormat({ language, zone, t }: FormatInput) {
  const locale = locales[language];
  return {
    language,
    zone,
    list: (words: readonly string[]) => words.join(separators[language]),
    ...amounts(),
    ...durations(locale, t),
    ...moments(locale, zone, t),
  };
}

function amounts() {
  return {
    money: (fen: Fen) => formatMoney(fen),
    moneyRange: (from: Fen, to: Fen) => formatMoneyRange(from, to),
    yuan: (fen: Fen) => formatYuan(fen),
    rate: (rate: BasisPoints) => formatRate(rate),
    share: (share: number) => formatShare(share),
    change: (share: number) => formatChange(share),
    count: (count: number) => formatCount(count),
  };
}

function durations(locale: string, t: TFunction<"common">) {
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const minutesOf = (minutes: number) => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return {
    /** For tables: `3 时 15 分`. Takes whole minutes. */
    duration(wholeMinutes: number): string {
      const { hours, minutes } = minutesOf(wholeMinutes);
      if (hours === 0) return t("format.duration.minutes", { minutes });
      return minutes === 0 ? t("format.duration.hours", { hours }) : t("format.duration.hoursMinutes", { hours, minutes });
    },
    /** For sentences: `12 分钟`, `3 小时`, `2.5 小时`. Takes whole minutes. */
    span(wholeMinutes: number): string {
      const { hours, minutes } = minutesOf(wholeMinutes);
      if (hours === 0) return t("format.span.minutes", { count: minutes });
      if (minutes % 30 === 0) return t("format.span.hours", { count: wholeMinutes / 60, formatted: oneDigit.format(wholeMinutes / 60) });
      return t("format.span.hoursMinutes", { hours, minutes });
    },
    /** `3 分 48 秒`, `48 秒`, `不到 1 秒`. Takes whole seconds. */
    seconds(wholeSeconds: number): string {
      if (wholeSeconds === 0) return t("format.duration.underSecond");
      const values = { minutes: Math.floor(wholeSeconds / 60), seconds: wholeSeconds % 60 };
      if (values.minutes === 0) return t("format.duration.seconds", values);
      return values.seconds === 0 ? t("format.duration.minutes", values) : t("format.duration.minutesSeconds", values);
    },
    /** How long something has lasted, or will: `41 秒`, `36 分`, `4 时 24 分`, `1 天 10 小时`. */
    lasted(span: Duration): string {
      const minutes = Math.floor(span / MINUTE);
      const values = { days: Math.floor(minutes / 1_440), hours: Math.floor((minutes % 1_440) / 60), minutes: minutes % 60 };
      if (minutes === 0) return t("format.duration.seconds", { seconds: Math.floor(span / SECOND) });
      if (values.days > 0) return daysInWords(minutes - values.minutes, t);
      if (values.hours > 0) return values.minutes === 0 ? t("format.duration.hours", values) : t("format.duration.hoursMinutes", values);
      return t("format.duration.minutes", values);
    },
    /** `2.8 公里`, below a kilometre `350 米`. */
    distance(metres: number): string {
      if (metres < 995) return t("format.metres", { value: oneDigit.format(Math.round(metres / 10) * 10) });
      return t("format.kilometres", { value: oneDigit.format(metres / 1_000) });
    },
    /** What is left: `14:32`, `47:12:08`, from a day on `1 天 4 小时 55 分`; never below zero. */
    countdown(left: Duration, wordsFrom: Duration = 2 * DAY): string {
      if (left < wordsFrom) return countdownDigits(left);
      return daysInWords(Math.ceil(left / MINUTE), t);
    },
    people: (count: number) => t("format.people", { count }),
    times: (count: number) => t("format.times", { count }),
  };
}

/** `1 天 4 小时 55 分`; what is zero is left out. */
function daysInWords(wholeMinutes: number, t: TFunction<"common">): string {
  const parts = { days: Math.floor(wholeMinutes / 1_440), hours: Math.floor((wholeMinutes % 1_440) / 60), minutes: wholeMinutes % 60 };
  const words = [
    parts.days > 0 && t("format.duration.days", parts),
    parts.hours > 0 && t("format.duration.dayHours", parts),
    (parts.minutes > 0 || wholeMinutes === 0) && t("format.duration.minutes", parts),
  ];
  return words.filter(Boolean).join(" ");
}

function moments(locale: string, zone: string, t: TFunction<"common">) {
  const of = (at: Instant, options: Intl.DateTimeFormatOptions) => dateTimeFormat(locale, zone, options).format(at);
  const time = (at: Instant) => clockTime(at, zone);
  const date = (at: Instant) => of(at, locale === "zh-CN" ? { month: "long", day: "numeric" } : { month: "short", day: "numeric" });
  const weekday = (at: Instant) => of(at, { weekday: "short" });
  const dateWeekday = (at: Instant) => t("format.dateWeekday", { date: date(at), weekday: weekday(at) });
  const day = (at: Instant, now: Instant, form: "" | "Inside" = "") => {
    const apart = localDayNumber(at, zone) - localDayNumber(now, zone);
    if (apart === 0) return t(`format.today${form}`);
    if (apart === 1) return t(`format.tomorrow${form}`);
    return apart === -1 ? t(`format.yesterday${form}`) : dateWeekday(at);
  };
  const timeRange = (from: Instant, to: Instant) => `${time(from)}–${time(to)}`;
  const join = (left: string, right: string) => t("format.dayTime", { day: left, time: right });
  return {
    time,
    timeSeconds: (at: Instant) => clockTimeSeconds(at, zone),
    date,
    weekday,
    dateWeekday,
    /** `2026年3月20日` or `20 March 2026`. */
    month: (at: Instant) => of(at, { year: "numeric", month: "long" }),
    dateYear: (at: Instant) => of(at, { year: "numeric", month: "long", day: "numeric" }),
    /** `今天`, `明天`, `昨`, else `3月20日 周五`. */
    day,
    /** `20日`: the day of the month alone, for an axis. */
    dayOfMonth: (at: Instant) => of(at, locale === "zh-CN" ? { day: "numeric" } : { day: "numeric", month: "short" }),
    /** `14:00–17:00`; over midnight both days are named. */
    timeRange,
    dateTime: (at: Instant) => join(date(at), time(at)),
    dateTimeRange: (from: Instant, to: Instant) =>
      localDayNumber(from, zone) === localDayNumber(to - 1, zone)
        ? join(dateWeekday(from), timeRange(from, to))
        : `${join(date(from), time(from))}–${join(date(to), time(to))}`,
    /** `今天 14:00`, `昨 20:14`, `3月20日 周五 14:00`. */
    dayTime: (at: Instant, now: Instant) => join(day(at, now), time(at)),
    /** As `dayTime`, within a sentence: `today, 14:00`. */
    dayTimeInside: (at: Instant, now: Instant) => join(day(at, now, "Inside"), time(at)),
    dayTimeRange: (from: Instant, to: Instant, now: Instant) => join(day(from, now), timeRange(from, to)),
    /** Time alone today, `昨 20:14` yesterday, the date further away: for steps and lists. */
    shortMoment(at: Instant, now: Instant): string {
      const apart = localDayNumber(at, zone) - localDayNumber(now, zone);
      if (apart === 0) return time(at);
      return apart === -1 ? `${t("format.yesterdayShort")} ${time(at)}` : join(date(at), time(at));
    },
    ago(at: Instant, now: Instant): string {
      const past = Math.max(0, now - at);
      if (past < 2 * SECOND) return t("format.ago.now");
      if (past < MINUTE) return t("format.ago.seconds", { count: Math.floor(past / SECOND) });
      if (past < HOUR) return t("format.ago.minutes", { count: Math.floor(past / MINUTE) });
      if (past < DAY) return t("format.ago.hours", { count: Math.floor(past / HOUR) });
      return dateWeekday(at);
    },
    /** `上海时间`: written once a card where a time could mislead. */
    zoneName: () => t("format.zone", { city: zoneCity(zone, t) }),
  };
}

function zoneCity(zone: string, t: TFunction<"common">): string {
  const last = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return t(`zoneCity.${zone.replaceAll("/", "_") as "UTC"}`, { defaultValue: last });
}

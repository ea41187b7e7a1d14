import type { OfferView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { type Format, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";

export type Times = Pick<OfferView, "startsAt" | "likelyStartsAt" | "endsAt" | "bookedMinutes">;

export interface When {
  /** `今天`, `3月20日 周五`, `尽快`. */
  readonly day: string;
  /** `15:30–17:30`. */
  readonly range: string;
}

function spanOf({ startsAt, likelyStartsAt, endsAt, bookedMinutes }: Times): { from: number; to: number } | null {
  const start = startsAt ?? likelyStartsAt;
  if (start === null) return null;
  const from = Date.parse(start);
  return { from, to: endsAt === null ? from + bookedMinutes * MINUTE : Date.parse(endsAt) };
}

/** When a job would be, in words: the day apart from the hours. */
export function useWhen(times: Times): When {
  const { t } = useTranslation("worker");
  const format: Format = useFormat();
  const now = useServerNow(MINUTE);
  const span = spanOf(times);
  if (span === null) return { day: t("when.soon"), range: format.span(times.bookedMinutes) };
  const range = format.timeRange(span.from, span.to);
  return times.startsAt === null ? { day: t("when.soon"), range: t("when.about", { range }) } : { day: format.day(span.from, now), range };
}

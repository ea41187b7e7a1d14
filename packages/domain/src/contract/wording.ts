import type { Bilingual } from "../catalog/category.ts";
import type { Instant } from "../kernel/instant.ts";
import type { BasisPoints, Fen } from "../kernel/money.ts";

/** `¥1,263.48`: exact, without floating point. */
export function yuan(fen: Fen): string {
  const whole = Math.floor(fen / 100)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `¥${whole}.${String(fen % 100).padStart(2, "0")}`;
}

/** `15 %`, `12.5 %` */
export function percent(rate: BasisPoints): string {
  return `${rate % 100 === 0 ? rate / 100 : (rate / 100).toFixed(2).replace(/0$/, "")} %`;
}

/** `2026-03-20 14:00`, on the wall of the order's zone. */
export function localTime(instant: Instant, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

/** `3 小时`, `3 小时 15 分钟` / `3 h`, `3 h 15 min` */
export function duration(minutes: number): Bilingual {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const zh = [hours > 0 ? `${hours} 小时` : "", rest > 0 || hours === 0 ? `${rest} 分钟` : ""].filter((part) => part !== "");
  const en = [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""].filter((part) => part !== "");
  return { zh: zh.join(" "), en: en.join(" ") };
}

/** Joins sentences of both languages. */
export function sentences(parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map((part) => part.zh).join(""), en: parts.map((part) => part.en).join(" ") };
}

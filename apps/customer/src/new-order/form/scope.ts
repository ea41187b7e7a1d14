import type { CategoryDetail } from "@lingong/contracts";
import { type Category, defaultPolicy, type Fen, scopeQuality, suggestedMinutes } from "@lingong/domain";
import { isGiven, type OrderForm, pricingOf, type Suggestion } from "./order-form.ts";

/** The category as the domain's rules read it: what the wire spells with null, they spell by absence. */
export function categoryOf(detail: CategoryDetail): Category {
  return { ...detail, baseMinutes: detail.baseMinutes ?? undefined };
}

/** The answers as the domain counts them. */
function scopeOf(form: OrderForm) {
  return Object.entries(form.answers)
    .filter(([, value]) => isGiven(value))
    .map(([key, value]) => ({ key, value }));
}

/** The quality meter, by the same rule as the server's. */
export function qualityOf(form: OrderForm, detail: CategoryDetail) {
  return scopeQuality(categoryOf(detail), { scope: scopeOf(form), photoCount: form.photos.length });
}

/** What stands in for what the customer has left to us: the time its checklist suggests, the market's median rate. */
export function suggestionOf(form: OrderForm, detail: CategoryDetail): Suggestion {
  const { bookingStepMinutes: step, onSiteAtMostMinutes } = defaultPolicy.lifecycle;
  const most = detail.mode === "on_site" ? onSiteAtMostMinutes : Number.MAX_SAFE_INTEGER;
  return {
    mode: detail.mode,
    minutes: suggestedMinutes(categoryOf(detail), scopeOf(form), { step, most }),
    rateFenPerHour: roundToYuan(detail.band.p50Fen),
  };
}

/** A suggested rate is a whole yuan, never below what it was made from. */
function roundToYuan(fen: Fen): Fen {
  return Math.ceil(fen / 100) * 100;
}

/** The price to expect before a rate is chosen: the market's middle half for the booked time, in fen. */
export function forecastOf(form: OrderForm, detail: CategoryDetail): { readonly fromFen: Fen; readonly toFen: Fen; readonly minutes: number } {
  const minutes = form.minutes ?? suggestionOf(form, detail).minutes;
  const price = (rate: Fen) => Math.round((rate * minutes * form.headcount) / 60);
  if (form.rateFenPerHour !== null && pricingOf(form) === "fixed") {
    const own = price(form.rateFenPerHour);
    return { fromFen: own, toFen: own, minutes };
  }
  return { fromFen: price(detail.band.p25Fen), toFen: price(detail.band.p75Fen), minutes };
}

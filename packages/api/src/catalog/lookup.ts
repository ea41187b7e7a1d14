import { type Category, type City, categoryOf, cityOf, type Fen, type Instant, minimumWageOn } from "@lingong/domain";
import { fail } from "../kernel/domain-exception.ts";

/** The category of an id that came from outside. @throws `not_found` */
export function knownCategory(categoryId: string): Category {
  return categoryOf(categoryId) ?? fail("not_found", { categoryId });
}

/** The city of an id that came from outside. @throws `not_found` */
export function knownCity(cityId: string): City {
  return cityOf(cityId) ?? fail("not_found", { cityId });
}

/** The local calendar day of an instant, `2026-03-17`. */
export function localDayAt(instant: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The hourly minimum wage in force; 0 where none is on file, so that no rate is refused by it. */
export function minimumWageAt(city: City, now: Instant): Fen {
  return minimumWageOn(city.id, localDayAt(now, city.zone))?.fenPerHour ?? 0;
}

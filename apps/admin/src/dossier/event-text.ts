import type { Dossier, DossierEvent, TimelineEvent } from "@lingong/contracts";
import type { Format } from "@lingong/ui";
import type { TFunction } from "i18next";

export interface EventContext {
  readonly t: TFunction<"admin">;
  readonly domain: TFunction<"domain">;
  readonly format: Format;
}

/** Who did it: a person by name and role, else the machine's own hands. */
export function eventActor(event: DossierEvent, { t, domain }: EventContext): string {
  const role = domain(`role.${event.byRole as "customer"}`, { defaultValue: event.byRole });
  return event.byName === event.byId ? role : t("dossier.actor", { name: event.byName, role });
}

type Details = TimelineEvent["details"];

/** The figures of a step, as its parties read them: an amount, a title, a new time, how it ended. */
export function detailText(details: Details | undefined, { t, format }: EventContext): string {
  if (details == null) return "";
  const { fen, rateFenPerHour, heldFen, title, startsAt, endCause } = details;
  const parts = [
    typeof title === "string" ? title : "",
    typeof rateFenPerHour === "number" ? t("dossier.rate", { money: format.money(rateFenPerHour) }) : "",
    typeof fen === "number" ? format.money(fen) : "",
    typeof heldFen === "number" ? t("dossier.disputed", { money: format.money(heldFen) }) : "",
    typeof startsAt === "string" ? format.dateTime(Date.parse(startsAt)) : "",
    typeof endCause === "string" ? t(`endCause.${endCause as "confirmed"}`, { defaultValue: endCause }) : "",
  ];
  return parts.filter((part) => part !== "").join(t("app.between"));
}

/** The details of each event by its version: the parties' time line tells them, the dossier only what was set. */
export function detailsByVersion(order: Dossier["order"]): ReadonlyMap<number, Details> {
  return new Map(order.timeline.map(({ version, details }) => [version, details]));
}

/** `E-04`: how an event is cited. */
export function eventCode(version: number): string {
  return `E-${String(version).padStart(2, "0")}`;
}

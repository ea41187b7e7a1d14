import type { Overview } from "@lingong/contracts";
import { categoryOf, type Instant, MINUTE } from "@lingong/domain";
import type { Format } from "@lingong/ui";
import type { TFunction } from "i18next";
import { deadlineName } from "../dossier/deadline-name.ts";
import { shortCode } from "../money/account-label.ts";

export type Alert = Overview["alerts"][number];

export interface AlertContext {
  readonly t: TFunction<"admin">;
  readonly format: Format;
  readonly now: Instant;
  /** A district in the language shown. */
  readonly district: (name: string) => string;
}

export interface AlertText {
  readonly title: string;
  readonly detail: string;
  /** How long it has lasted: `41 秒`, `36 分`, `3 时 5 分`. */
  readonly lasted: string;
}

function wordOf(details: Alert["details"], key: string): string {
  const value = details[key];
  return value == null ? "" : String(value);
}

/** Where it is: category and district in the language shown. */
function placeOf(alert: Alert, { format, district }: Pick<AlertContext, "format" | "district">): string {
  const category = categoryOf(wordOf(alert.details, "categoryId"));
  const name = category === null ? "" : format.language === "en" ? category.name.en : category.name.zh;
  const place = [name, district(wordOf(alert.details, "district"))].filter((part) => part !== "").join(" ");
  return place === "" ? alert.title : place;
}

/** An alert in words: what and where, what is known of it, and for how long. */
export function alertText(alert: Alert, { t, format, now, district }: AlertContext): AlertText {
  const since = Date.parse(alert.since);
  const lasted = format.lasted(Math.max(0, now - since));
  const place = placeOf(alert, { format, district });
  switch (alert.kind) {
    case "worker_late":
      return {
        title: t("alerts.workerLate", { place }),
        detail: t("alerts.workerLateDetail", { worker: wordOf(alert.details, "worker"), time: format.time(since) }),
        lasted,
      };
    case "no_worker":
      return { title: t("alerts.noWorker", { place }), detail: t("alerts.noWorkerDetail", { time: format.time(since) }), lasted };
    case "dispute_escalated":
      return {
        title: t("alerts.disputeEscalated", { place }),
        detail: t("alerts.disputeEscalatedDetail", { count: Number(alert.details.escalations ?? 1) }),
        lasted,
      };
    case "dispute_unassigned":
      return { title: t("alerts.disputeUnassigned", { place }), detail: t("alerts.disputeUnassignedDetail"), lasted };
    case "code_request":
      return { title: t("alerts.codeRequest", { place }), detail: t("alerts.codeRequestDetail"), lasted };
    case "failed_payout":
      return {
        title: t("alerts.failedPayout", { amount: format.money(Number(alert.details.fen ?? 0)) }),
        detail: t("alerts.failedPayoutDetail"),
        lasted,
      };
    case "overdue_deadline":
      return {
        title: t("alerts.overdue", { place: alert.orderId === null ? place : shortCode(alert.orderId) }),
        detail: deadlineName(wordOf(alert.details, "what"), t),
        lasted,
      };
  }
}

/** The most urgent look like it: somebody waits at a door, or the machine itself has stopped. */
export function isUrgent(alert: Alert, now: Instant): boolean {
  return (
    alert.kind === "overdue_deadline" ||
    alert.kind === "failed_payout" ||
    (alert.kind === "worker_late" && now - Date.parse(alert.since) >= 15 * MINUTE)
  );
}

/** The urgent ones first, each group as it came: the oldest first. */
export function byUrgency(alerts: readonly Alert[], now: Instant): readonly Alert[] {
  return [...alerts.filter((alert) => isUrgent(alert, now)), ...alerts.filter((alert) => !isUrgent(alert, now))];
}

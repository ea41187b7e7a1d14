/// <reference lib="dom" />
import type { Bilingual, DossierFile, DossierRecord, DossierVerdict } from "@lingong/domain";
import { element } from "./element.ts";
import { recordCard } from "./record-card.ts";
import { say, words } from "./words.ts";

type Loose = { readonly records?: unknown; readonly openings?: unknown };

/** The records as far as they can be read at all, whatever was done to them. */
export function readableRecords(text: string): { readonly records: readonly DossierRecord[]; readonly openings: DossierFile["openings"] } {
  try {
    const { records, openings } = JSON.parse(text) as Loose;
    const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
    return {
      records: (Array.isArray(records)
        ? records.filter((record) => isObject(record) && isObject((record as DossierRecord).body))
        : []) as DossierRecord[],
      openings: (Array.isArray(openings)
        ? openings.filter((one) => isObject(one) && Array.isArray((one as { path?: unknown }).path))
        : []) as DossierFile["openings"],
    };
  } catch {
    return { records: [], openings: [] };
  }
}

/** The order's own zone, which its first event tells. */
function zoneOf(records: readonly DossierRecord[]): string {
  const first = records.find(({ kind }) => kind === "event")?.body.event as { changes?: { zone?: unknown } } | undefined;
  return typeof first?.changes?.zone === "string" ? first.changes.zone : "Asia/Shanghai";
}

/** All records in the order they stand in the file; the first that is wrong is marked, what is missing leaves a gap. */
export function timeLine(text: string, verdict: DossierVerdict, language: keyof Bilingual): HTMLElement {
  const { records, openings } = readableRecords(text);
  const bad = verdict.intact ? null : verdict.record;
  const gap = !verdict.intact && verdict.flaw === "dropped";
  const list = element("ol", "records");
  const shown = { language, zone: zoneOf(records), openings };
  records.forEach((record, index) => {
    if (gap && index + 1 === bad) list.append(element("li", "gap", say(words.missing, language, bad)));
    list.append(recordCard(record, !gap && index + 1 === bad, shown));
  });
  if (gap && bad === records.length + 1) list.append(element("li", "gap", say(words.missing, language, bad)));
  return element("section", "", element("h2", "", say(words.timeline, language)), list);
}

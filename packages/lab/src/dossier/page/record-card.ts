/// <reference lib="dom" />
import { type Bilingual, type DossierOpening, type DossierRecord, happenedWords, journalWords, stateWords } from "@lingong/domain";
import { element } from "./element.ts";
import { claimStates, kinds, labelOf, quoteStates, roles } from "./labels.ts";
import { say, words } from "./words.ts";

type Language = keyof Bilingual;
type Body = Readonly<Record<string, unknown>>;

const yuan = (fen: unknown): string => `¥${(Number(fen) / 100).toFixed(2)}`;

function eventText(body: Body, language: Language): string {
  const event = (body.event ?? {}) as { command?: string; from?: string | null; to?: string; by?: { role?: string } };
  const moved = event.from !== event.to ? ` → ${labelOf(stateWords, event.to, language)}` : "";
  return `${labelOf(happenedWords, event.command, language)}${moved} · ${labelOf(roles, event.by?.role, language)}`;
}

function journalText(body: Body, language: Language): string {
  const transfers = Array.isArray(body.transfers) ? (body.transfers as readonly { from?: string; to?: string; fen?: number }[]) : [];
  const moves = transfers.map(({ from, to, fen }) => `${shortAccount(from)} → ${shortAccount(to)} ${yuan(fen)}`);
  return `${labelOf(journalWords, body.reason, language)}: ${moves.join(" · ")}`;
}

/** `escrow:0197…`: enough to tell accounts apart. */
function shortAccount(name: string | undefined): string {
  const [kind, id] = String(name ?? "").split(":");
  return id === undefined ? String(kind) : `${kind}:${id.slice(0, 8)}`;
}

/** What this reader was given of a record's committed values, by their names. */
type Values = ReadonlyMap<string, string>;

function messageText(body: Body, shown: Values, language: Language): string {
  const text = shown.get("text") ?? say(body.withheld === true ? words.withheld : words.hidden, language);
  const who = body.side === undefined ? "" : `${labelOf(roles, body.side, language)}: `;
  return `${who}${text}${body.withheld === true && shown.has("text") ? ` (${say(words.withheld, language)})` : ""}`;
}

/** A committed value that is a record of its own. */
function fieldsOf(value: string | undefined): Body | null {
  try {
    const fields: unknown = value === undefined ? null : JSON.parse(value);
    return typeof fields === "object" ? (fields as Body | null) : null;
  } catch {
    return null;
  }
}

function quoteText(price: Body | null, language: Language): string {
  if (price === null) return say(words.hidden, language);
  return `${yuan(price.rateFenPerHour)} ${say(words.hour, language)} · ${labelOf(quoteStates, price.state, language)}`;
}

function claimText(claim: Body | null, language: Language): string {
  if (claim === null) return say(words.hidden, language);
  const approved = claim.approvedFen == null ? "" : ` · ${say(words.approved, language)} ${yuan(claim.approvedFen)}`;
  return `${say(words.asked, language)} ${yuan(claim.askedFen)}${approved} · ${labelOf(claimStates, claim.state, language)}`;
}

function summaryOf({ kind, body }: DossierRecord, shown: Values, language: Language): string {
  switch (kind) {
    case "event":
      return eventText(body, language);
    case "journal":
      return journalText(body, language);
    case "contract":
      return `SHA-256 ${String(body.hash ?? "")}`;
    case "photo":
      return `${String(body.label ?? body.purpose ?? "")} · SHA-256 ${String(body.sha256 ?? "")}`;
    case "message":
      return messageText(body, shown, language);
    case "quote":
      return quoteText(fieldsOf(shown.get("price")), language);
    case "claim":
      return claimText(fieldsOf(shown.get("claim")), language);
    default:
      return "";
  }
}

function timeOf(at: unknown, zone: string, language: Language): string {
  try {
    const locale = language === "zh" ? "zh-CN" : "en-GB";
    return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "medium", timeStyle: "medium" }).format(Number(at));
  } catch {
    return String(at);
  }
}

export interface Shown {
  readonly language: Language;
  readonly zone: string;
  readonly openings: readonly DossierOpening[];
}

/** One record as a line of the time line, its whole content under it. */
export function recordCard(record: DossierRecord, bad: boolean, { language, zone, openings }: Shown): HTMLElement {
  const opened = openings.filter((opening) => opening.record === record.number);
  const shown = new Map(opened.map(({ path, value }) => [path.at(-1) ?? "", value]));
  const head = element(
    "div",
    "head",
    element("span", "number", String(record.number)),
    element("span", `kind ${kinds[record.kind] === undefined ? "" : record.kind}`, labelOf(kinds, record.kind, language)),
    element("time", "", timeOf(record.at, zone, language)),
  );
  if (bad) head.append(element("strong", "flag", say(words.here, language)));
  const card = element("li", bad ? "record bad" : "record", head, element("p", "summary", summaryOf(record, shown, language)));
  for (const { path, value } of opened) {
    const note = element("small", "", say(words.shown, language));
    card.append(element("p", "opened", ...(record.kind === "message" ? [] : [`${path.at(-1) ?? ""}: ${value}`]), note));
  }
  const details = element("details", "", element("summary", "", say(words.contents, language)), element("pre", "", JSON.stringify(record, null, 2)));
  card.append(details);
  return card;
}

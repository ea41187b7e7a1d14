import { canonicalJson } from "../contract/canonical.ts";
import { commitmentOf } from "../contract/hash.ts";
import { findFalseContent } from "./contents.ts";
import { type DossierFile, type DossierOpening, type DossierRecord, dossierFormats, dossierGenesis, recordHash, rootOf } from "./record.ts";

/**
 * What is wrong with a dossier, and where first:
 * `unreadable`: not a dossier at all · `header`: number of records, head or root were changed · `other_root`: whole in
 * itself, but not the dossier whose root is known · `changed`, `dropped`, `moved`, `added`: the record named ·
 * `opening`: a value shown beside the record does not fit its commitment · `false_content`: the record contradicts what it
 * tells (an event out of its own chain, a contract with another fingerprint, a journal that does not add up, a conversation
 * with a gap, a chosen quote that is not there) ·
 * `rewritten`: the same content, not in canonical form.
 */
export type DossierFlaw =
  | "unreadable"
  | "header"
  | "other_root"
  | "changed"
  | "dropped"
  | "moved"
  | "added"
  | "opening"
  | "false_content"
  | "rewritten";

export type DossierVerdict =
  | { readonly intact: true; readonly file: DossierFile }
  | {
      readonly intact: false;
      readonly flaw: DossierFlaw /** The first record concerned; null: the file as a whole. */;
      readonly record: number | null;
    };

interface Flaw {
  readonly flaw: DossierFlaw;
  readonly record: number | null;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const recordKeys = ["at", "body", "hash", "kind", "number", "previousHash"];

function isRecord(value: unknown): value is DossierRecord {
  return isFields(value) && Object.keys(value).sort().join() === recordKeys.join() && isFields(value.body) && typeof value.hash === "string";
}

function isOpening(value: unknown): value is DossierOpening {
  return isFields(value) && typeof value.salt === "string" && typeof value.value === "string" && Array.isArray(value.path);
}

const fileKeys = ["count", "format", "head", "openings", "orderId", "records", "root"];

function isFile(value: unknown): value is DossierFile {
  return (
    isFields(value) &&
    Object.keys(value).sort().join() === fileKeys.join() &&
    dossierFormats.some((format) => format === value.format) &&
    typeof value.orderId === "string" &&
    typeof value.count === "number" &&
    Array.isArray(value.records) &&
    Array.isArray(value.openings)
  );
}

function isIntact(record: DossierRecord): boolean {
  return record.hash === recordHash(record);
}

/** Judges the record at one place (1 is the first) by the hash before it. Null: it belongs there, unchanged. */
function judge(records: readonly unknown[], place: number, previousHash: string): Flaw | null {
  const record = records[place - 1];
  if (!isRecord(record)) return { flaw: "changed", record: place };
  const intact = isIntact(record);
  const linked = record.previousHash === previousHash;
  if (intact && linked && record.number === place) return null;
  // Only its own content, number or link was altered: with the right ones its hash holds.
  if (linked || !intact || record.hash === recordHash({ ...record, number: place, previousHash })) return { flaw: "changed", record: place };
  if (record.number === place) return { flaw: "changed", record: place - 1 };
  if (record.number < place) return addedBefore(records, place, record);
  const later = records.slice(place).some((other) => isRecord(other) && other.number === place && isIntact(other));
  return { flaw: later ? "moved" : "dropped", record: place };
}

/** A number that came before: this is a copy of that record, or that one was slipped in before its own. */
function addedBefore(records: readonly unknown[], place: number, { number, hash }: DossierRecord): Flaw {
  const earlier = records[number - 1];
  return { flaw: "added", record: isRecord(earlier) && earlier.hash === hash ? place : number };
}

function findBrokenLink(file: DossierFile): Flaw | null {
  let previousHash = dossierGenesis(file);
  for (let place = 1; place <= Math.min(file.records.length, file.count); place += 1) {
    const flaw = judge(file.records, place, previousHash);
    if (flaw !== null) return flaw.record === 0 ? { flaw: "header", record: null } : flaw;
    previousHash = file.records[place - 1]?.hash ?? previousHash;
  }
  if (file.records.length < file.count) return { flaw: "dropped", record: file.records.length + 1 };
  if (file.records.length > file.count) return { flaw: "added", record: file.count + 1 };
  return previousHash === file.head ? null : { flaw: "changed", record: file.count };
}

/** Keys of objects and places in lists, both as text. */
function valueAt(body: unknown, path: readonly string[]): unknown {
  const step = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Fields)[key] : undefined;
  return path.reduce(step, body);
}

function opensItsCommitment({ records }: DossierFile, opening: DossierOpening): boolean {
  const committed = valueAt(records[opening.record - 1]?.body, opening.path);
  try {
    return typeof committed === "string" && committed === commitmentOf(opening.salt, opening.value);
  } catch {
    return false;
  }
}

function findFalseOpening(file: DossierFile): Flaw | null {
  for (const opening of file.openings) {
    if (!isOpening(opening)) return { flaw: "opening", record: null };
    if (!opensItsCommitment(file, opening)) return { flaw: "opening", record: opening.record };
  }
  return null;
}

function findFlaw(file: DossierFile, knownRoot: string | null): Flaw | null {
  if (file.root !== rootOf(file)) return { flaw: "header", record: null };
  const broken = findBrokenLink(file);
  if (broken !== null) return broken;
  if (knownRoot !== null && knownRoot !== file.root) return { flaw: "other_root", record: null };
  const falseRecord = findFalseContent(file);
  if (falseRecord !== null) return { flaw: "false_content", record: falseRecord };
  return findFalseOpening(file);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Verifies a dossier's file and names the first record that was changed, dropped, moved or added. Whoever rewrites
 * every hash makes another dossier: only a root known from elsewhere (the platform gives it with each export) tells those two apart.
 */
export function verifyDossier(text: string, knownRoot: string | null = null): DossierVerdict {
  const file = parsed(text);
  if (!isFile(file)) return { intact: false, flaw: "unreadable", record: null };
  try {
    const flaw = findFlaw(file, knownRoot);
    if (flaw !== null) return { intact: false, ...flaw };
    // What JSON hides from its reader (a key given twice) shows in the bytes.
    return text.trimEnd() === canonicalJson(file) ? { intact: true, file } : { intact: false, flaw: "rewritten", record: null };
  } catch {
    return { intact: false, flaw: "unreadable", record: null };
  }
}

import {
  type DossierFile,
  type DossierItem,
  type DossierKind,
  type DossierOpening,
  type DossierRecord,
  dossierFormat,
  dossierGenesis,
  dossierKinds,
  recordHash,
  rootOf,
} from "./record.ts";

/** A commitment's value and salt, for who may see them, and where in the item's body the commitment stands. */
export type Opening = Omit<DossierOpening, "record">;

export type DossierEntry = DossierItem & { readonly openings?: readonly Opening[] };

/**
 * The time line: by instant, at one instant by kind. What is of one kind keeps the order it was given in, even where an
 * offline step carries an earlier instant than the one before it.
 */
function inOrder(entries: readonly DossierEntry[]): readonly DossierEntry[] {
  const latest = new Map<DossierKind, number>();
  const placed = entries.map((entry, index) => {
    const at = Math.max(entry.at, latest.get(entry.kind) ?? entry.at);
    latest.set(entry.kind, at);
    return { entry, index, at, rank: dossierKinds.indexOf(entry.kind) };
  });
  return placed.sort((a, b) => a.at - b.at || a.rank - b.rank || a.index - b.index).map(({ entry }) => entry);
}

/** Chains what an order's record keeps, and closes it with one root. Equal contents have the equal root, whoever exports them. */
export function buildDossier(orderId: string, entries: readonly DossierEntry[]): DossierFile {
  const records: DossierRecord[] = [];
  const openings: DossierOpening[] = [];
  let previousHash = dossierGenesis({ format: dossierFormat, orderId });
  for (const { kind, at, body, openings: shown = [] } of inOrder(entries)) {
    const link = { number: records.length + 1, kind, at, body, previousHash };
    previousHash = recordHash(link);
    records.push({ ...link, hash: previousHash });
    openings.push(...shown.map((opening) => ({ record: link.number, ...opening })));
  }
  const header = { format: dossierFormat, orderId, count: records.length, head: previousHash } as const;
  return { ...header, root: rootOf(header), records, openings };
}

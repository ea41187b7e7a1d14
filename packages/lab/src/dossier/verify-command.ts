import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type DossierVerdict, verifyDossier } from "@lingong/domain";
import { type Command, Refusal } from "../command.ts";

/** Half a gigabyte is no dossier of one order. */
const MOST_BYTES = 512 * 1_024 * 1_024;

async function readDossier(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > MOST_BYTES) throw new Refusal(`${file} is too large for a dossier`);
    return bytes.toString("utf8");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file} cannot be read`);
  }
}

const sentences: Readonly<Record<Extract<DossierVerdict, { intact: false }>["flaw"], string>> = {
  unreadable: "this is no dossier",
  header: "the header was changed",
  other_root: "whole in itself, but not the dossier of this root",
  changed: "was changed",
  dropped: "was dropped",
  moved: "was moved",
  added: "was added",
  opening: "is shown with a personal value that does not fit its commitment",
  false_content: "contradicts what it tells",
  rewritten: "the same content, but not in canonical form",
};

function wordsOf(verdict: DossierVerdict): string {
  if (verdict.intact) return `intact: ${verdict.file.count} records of order ${verdict.file.orderId}\nroot ${verdict.file.root}`;
  const sentence = sentences[verdict.flaw];
  return verdict.record === null ? `NOT intact: ${sentence}` : `NOT intact: record ${verdict.record} ${sentence}`;
}

function reportOf(verdict: DossierVerdict) {
  if (!verdict.intact) return verdict;
  const { orderId, count, root } = verdict.file;
  return { intact: true, orderId, records: count, root };
}

/** Verifies a dossier's file without a server, and names the first record that was changed, dropped or moved. Exit code 1 then. */
export const verifyDossierFile: Command = async (given) => {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: { json: { type: "boolean" }, root: { type: "string" } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new Refusal("name the dossier's file");
  const verdict = verifyDossier(await readDossier(file), values.root?.toLowerCase() ?? null);
  console.log(values.json ? JSON.stringify(reportOf(verdict)) : wordsOf(verdict));
  return verdict.intact ? 0 : 1;
};

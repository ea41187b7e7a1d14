import { parseArgs } from "node:util";
import { auditLedger, type Database, type LedgerAudit, sqlState } from "@lingong/db";
import { type Command, Refusal } from "../command.ts";
import { openDatabase } from "./open-database.ts";

/** SQL state: a table does not exist. */
const UNDEFINED_TABLE = "42P01";
const connectionFailures = new Set(["ECONNREFUSED", "ENOTFOUND", "EACCES", "28P01", "28000", "3D000"]);

/** What is printed: the figures alone. All but the first two are 0 when every fen is where it should be. */
function figuresOf(found: LedgerAudit) {
  const { entries, accounts, sum, negative, mismatches, brokenChains, replayMismatches, deadlineMismatches } = found;
  return { entries, accounts, sum, negative, mismatches, brokenChains, replayMismatches, deadlineMismatches };
}

function isClean({ entries: _entries, accounts: _accounts, ...defects }: ReturnType<typeof figuresOf>): boolean {
  return Object.values(defects).every((count) => count === 0);
}

async function auditDatabase(db: Database): Promise<LedgerAudit> {
  try {
    return await auditLedger(db);
  } catch (error) {
    const code = sqlState(error) ?? "";
    if (code === UNDEFINED_TABLE) throw new Refusal("this database has no tables of ours, or those of another version: start the server once");
    if (connectionFailures.has(code)) throw new Refusal(`the database does not let us in (${code})`);
    throw error;
  }
}

/**
 * Recomputes every balance from transfers, checks every invariant the stored data shows, every event chain, every order
 * against its events and every deadline. Prints the figures as JSON; without `--json` also, on standard error, what was
 * found in words. Exit code 1 on any defect.
 */
export const audit: Command = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { json: { type: "boolean" } } });
  const database = await openDatabase(process.env);
  try {
    const found = await auditDatabase(database.db);
    const figures = figuresOf(found);
    console.log(JSON.stringify(figures));
    if (values.json !== true) {
      for (const finding of found.findings) console.error(finding);
      console.error(isClean(figures) ? `${found.orders} orders, all as they should be` : `${found.orders} orders: NOT all as they should be`);
    }
    return isClean(figures) ? 0 : 1;
  } finally {
    await database.close();
  }
};

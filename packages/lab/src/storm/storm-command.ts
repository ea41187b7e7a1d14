import { parseArgs } from "node:util";
import { type Command, Refusal } from "../command.ts";
import { runStorm } from "./storm.ts";

function count(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Refusal(`--${name} is a whole number`);
  return value;
}

/**
 * Shakes a server of its own: `--operations` (50,000) by `--clients` (8), `--kills` (0) of server and database, an audit
 * after each `--batch` (5,000); `--seed` repeats the choices (not their timing). Exit code 1 when anything was found, an
 * order did not end, or money stayed in an escrow.
 */
export const storm: Command = async (words) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { json: { type: "boolean" }, operations: text, clients: text, kills: text, batch: text, seed: text },
  });
  const report = await runStorm({
    operations: count("operations", values.operations, 50_000),
    clients: Math.max(1, count("clients", values.clients, 8)),
    kills: count("kills", values.kills, 0),
    batch: Math.max(1, count("batch", values.batch, 5_000)),
    seed: count("seed", values.seed, 1),
    say: (line) => void (values.json ? undefined : process.stderr.write(`› ${line}\n`)),
  });
  console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
  return report.findings.length === 0 && report.stillOpen === 0 && report.escrowOpen === 0 ? 0 : 1;
};

import { parseArgs } from "node:util";
import { type Command, Refusal } from "../command.ts";
import { readRounds } from "./rounds-file.ts";
import { type Mismatch, verifyRound } from "./verify-round.ts";

/** More than anybody reads; how many there are beyond is counted. */
const shown = 200;

/**
 * Recomputes every receipt of a file of rounds by the rule book (§6), without the engine: exclusions, parts, sums, ranks,
 * reasons and smallest steps, and that nobody considered was left without a word. Exit code 1 on any difference.
 */
export const verifyReceipts: Command = async (words) => {
  const { positionals } = parseArgs({ args: [...words], options: { json: { type: "boolean" } }, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Refusal("name the file of rounds");
  const mismatches: Mismatch[] = [];
  let [receipts, rounds, unexplained, more] = [0, 0, 0, 0];
  for await (const round of readRounds(file)) {
    const verdict = verifyRound(round);
    rounds += 1;
    receipts += verdict.receipts;
    unexplained += verdict.unexplained;
    const room = shown - mismatches.length;
    mismatches.push(...verdict.mismatches.slice(0, room));
    more += Math.max(0, verdict.mismatches.length - room);
  }
  console.log(JSON.stringify({ receipts, rounds, mismatches, ...(more > 0 ? { furtherMismatches: more } : {}), unexplained }));
  return mismatches.length === 0 && unexplained === 0 ? 0 : 1;
};

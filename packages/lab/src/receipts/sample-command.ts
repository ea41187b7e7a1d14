import { parseArgs } from "node:util";
import { type Command, Refusal } from "../command.ts";
import { wholeNumber } from "./options.ts";
import { sampleRounds } from "./sample.ts";
import { writeRounds } from "./write-rounds.ts";

/** Writes random rounds with their receipts to a file, for `verify-receipts`: the same seed, the same file. */
export const receiptsSample: Command = async (words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { rounds: { type: "string" }, seed: { type: "string" }, json: { type: "boolean" } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new Refusal("name the file to write");
  const options = { rounds: wholeNumber("--rounds", values.rounds ?? "1000"), seed: wholeNumber("--seed", values.seed ?? "1") };
  const written = await writeRounds(file, sampleRounds(options));
  console.log(values.json ? JSON.stringify(written) : `${written.rounds} rounds, ${written.receipts} receipts in ${file}`);
  return 0;
};

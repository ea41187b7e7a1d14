import { parseArgs } from "node:util";
import type { Command } from "../../command.ts";
import type { Comparison } from "../figures.ts";
import { wordsOf } from "../words.ts";
import { ledger } from "./ledger-benchmark.ts";
import { type LedgerFigures, measureLedger } from "./measure.ts";

const medians = ({ ours, theirs, ratio }: Comparison) => ({ ours: ours.median, bare: theirs.median, ratio: ratio.median });

/** Medians in transfers per second, in the shape that another ledger's figures can be laid beside. */
function printed({ clients, bytesPerTransfer, history }: LedgerFigures) {
  return {
    clients: Object.fromEntries(
      Object.entries(clients).map(([count, found]) => [
        count,
        Object.fromEntries(Object.entries(found).map(([scenario, comparison]) => [scenario, medians(comparison)])),
      ]),
    ),
    bytesPerTransfer,
    history: { young: history.young.median, old: history.old.median, growth: history.growth.median },
  };
}

/** The ledger's benchmark alone; `--json` prints `{clients: {"1": {spread: {ours, bare, ratio}, …}, …}, bytesPerTransfer, history}`. */
export const ledgerBench: Command = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { json: { type: "boolean" }, quick: { type: "boolean" } } });
  const quick = values.quick ?? false;
  const say = (text: string) => void (values.json ? undefined : process.stderr.write(`› ${text}\n`));
  if (values.json) console.log(JSON.stringify(printed(await measureLedger({ quick, say }))));
  else console.log(wordsOf("ledger", await ledger.run({ quick, say, place: () => Promise.reject(new Error("the ledger has a place of its own")) })));
  return 0;
};

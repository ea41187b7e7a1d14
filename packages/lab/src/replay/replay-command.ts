import { parseArgs } from "node:util";
import type { DispatchDraft } from "@lingong/domain";
import { openDatabase } from "../audit/open-database.ts";
import type { Command } from "../command.ts";
import { instantOf } from "../receipts/options.ts";
import { readDraft } from "./read-draft.ts";
import { fromDatabase, fromFile, type Source } from "./recorded.ts";
import { type Compared, compare, type Replayed, replay } from "./replay.ts";

/** What a replay takes as given, and cannot know. */
const assumptions = [
  "each round is run again on the orders, workers, places and open offers that were recorded; who would have accepted is unknown",
  "an order counts once: in the first round that offers it to somebody, and the best placed of those asked is taken to do it",
  "what would have followed from other offers (other workers busy or free, other waves) is not carried into later rounds",
] as const;

function wordsOf(found: Replayed): string {
  const lines = found.different.map(({ roundId, at }) => `round ${roundId} of ${at} decided something else`);
  return [`${found.rounds} rounds, ${found.identical} identical to the byte`, ...lines].join("\n");
}

function comparedWords({ rounds, recorded, trial, otherChoices }: Compared): string {
  const line = (name: string, from: number | null, to: number | null) => `${name.padEnd(24)} ${from ?? "–"} → ${to ?? "–"}`;
  return [
    `${rounds} rounds, ${recorded.orders} orders; ${otherChoices} of them would have begun with another worker`,
    line("orders offered", recorded.offered, trial.offered),
    line("mean wait, seconds", recorded.meanWaitSeconds, trial.meanWaitSeconds),
    line("mean way, metres", recorded.meanMetres, trial.meanMetres),
    line("income Gini, bp", recorded.incomeGini, trial.incomeGini),
    ...assumptions.map((text) => `* ${text}`),
  ].join("\n");
}

async function run(source: Source, draft: DispatchDraft | null, json: boolean): Promise<number> {
  if (draft === null) {
    const found = await replay(source);
    console.log(json ? JSON.stringify(found) : wordsOf(found));
    return found.different.length === 0 ? 0 : 1;
  }
  const compared = await compare(source, draft);
  console.log(json ? JSON.stringify({ ...compared, assumptions }) : comparedWords(compared));
  return 0;
}

/**
 * Runs recorded rounds again, from the database or an exported file: the same decisions to the byte (exit code 1 where they
 * are not), or with `--policy` what other numbers would have done.
 */
export const replayRounds: Command = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      from: { type: "string" },
      to: { type: "string" },
      city: { type: "string" },
      file: { type: "string" },
      policy: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const period = {
    from: instantOf("--from", values.from, 0),
    to: instantOf("--to", values.to, Number.MAX_SAFE_INTEGER),
    cityId: values.city ?? null,
  };
  const draft = values.policy === undefined ? null : await readDraft(values.policy);
  if (values.file !== undefined) return run(fromFile(values.file, period), draft, values.json === true);
  const database = await openDatabase(process.env);
  try {
    return await run(fromDatabase(database.db, period), draft, values.json === true);
  } finally {
    await database.close();
  }
};

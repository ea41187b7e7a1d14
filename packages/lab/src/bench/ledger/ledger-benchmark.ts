import type { Benchmark, Findings, Target } from "../benchmark.ts";
import { target } from "../benchmark.ts";
import { figureOf } from "../figures.ts";
import { type LedgerFigures, measureLedger } from "./measure.ts";

const wanted = { spread: 0.8, commission: 1.5 } as const;

const notes = [
  "Ours: the ledger's own functions by their doors in @lingong/db (one call a transfer: key, entry, transfer, checks, kept balances). Theirs: begin, an insert, two updates ordered by account, commit, as prepared statements through pg, into tables without key, checks or protection; in batches of 100 one insert of all rows and one update a side.",
  "Same PostgreSQL, durable, same accounts and amounts, as many connections as clients; the sides take turns, and who begins changes. A ledger keeps no balance of commission: all of a city's orders end there.",
  "history: one client, transfers between any accounts; growth is the cost of one with the old ledger as a multiple of its cost with the young.",
];

function targetsOf({ clients, bytesPerTransfer, history }: LedgerFigures): Target[] {
  return [
    ...Object.entries(clients).flatMap(([count, found]) =>
      (["spread", "commission"] as const).map((scenario) => target(`${scenario}, ${count} clients: ratio`, wanted[scenario], found[scenario].ratio)),
    ),
    { figure: "300 bytes ÷ bytes per transfer", atLeast: 1, median: 300 / bytesPerTransfer, met: bytesPerTransfer <= 300 },
    { figure: "1.2 ÷ growth with history", atLeast: 1, median: 1.2 / history.growth.median, met: history.growth.median <= 1.2 },
  ];
}

/** Transfers per second through the ledger against bare statements. */
export const ledger: Benchmark = {
  about: "transfers per second through the ledger's functions against bare statements on the same PostgreSQL",
  async run({ quick, say }): Promise<Findings> {
    const found = await measureLedger({ quick, say });
    const compared = Object.entries(found.clients).flatMap(([count, byScenario]) =>
      Object.entries(byScenario).map(([scenario, comparison]) => [`${scenario}, ${count} clients`, { ...comparison }] as const),
    );
    return {
      figures: {
        ...Object.fromEntries(compared),
        size: { "per transfer": figureOf("bytes", [found.bytesPerTransfer]) },
        history: { ...found.history },
      },
      targets: targetsOf(found),
      notes,
    };
  },
};

import { type CommandRow, Refusal } from "./command.ts";

/** Everything the lab can do. To add a command: one row here, its code in a folder of its own. */
const commands: Readonly<Record<string, CommandRow>> = {
  demo: {
    usage: "demo [--json] [--url URL | --own]",
    about: "plays the orders of examples/orders through real clients on a running or self-started server, and audits the result",
    load: async () => (await import("./demo/demo-command.ts")).demo,
  },
  audit: {
    usage: "audit [--json]",
    about: "recomputes all balances and checks every order of DATABASE_URL, or of the data folder's own database; changes nothing",
    load: async () => (await import("./audit/audit-command.ts")).audit,
  },
  "verify-dossier": {
    usage: "verify-dossier FILE [--root HASH] [--json]",
    about: "verifies an order's exported dossier and names the first record that was changed, dropped or moved",
    load: async () => (await import("./dossier/verify-command.ts")).verifyDossierFile,
  },
  "dossier-verifier": {
    usage: "dossier-verifier [FILE]",
    about: "writes the verifier as one HTML file that opens from the disk",
    load: async () => (await import("./dossier/verifier-command.ts")).dossierVerifier,
  },
  "verify-receipts": {
    usage: "verify-receipts FILE [--json]",
    about: "recomputes every receipt of a file of rounds by the rule book, without the engine; exit code 1 on any difference",
    load: async () => (await import("./receipts/verify-command.ts")).verifyReceipts,
  },
  "receipts-sample": {
    usage: "receipts-sample [--rounds N] [--seed S] [--json] FILE",
    about: "writes random rounds, decided by the engine, with their receipts",
    load: async () => (await import("./receipts/sample-command.ts")).receiptsSample,
  },
  "export-rounds": {
    usage: "export-rounds [--from ISO] [--to ISO] [--city ID] [--json] FILE",
    about: "writes the rounds a database has recorded, with the receipts people were given",
    load: async () => (await import("./receipts/export-command.ts")).exportRounds,
  },
  replay: {
    usage: "replay [--from ISO] [--to ISO] [--city ID] [--policy FILE] [--file FILE] [--json]",
    about: "runs recorded rounds again: the same to the byte, or what other weights would have done",
    load: async () => (await import("./replay/replay-command.ts")).replayRounds,
  },
  rules: {
    usage: "rules KIND < cases.json",
    about: "computes a JSON array of cases by the rules (billing, commission, withdrawal, cancellation, standing, identity, card)",
    load: async () => (await import("./rules/rules-command.ts")).rules,
  },
  dispatch: {
    usage: "dispatch FILE [--policy greedy|batch] [--round 10] [--hold 60] [--ends inclusive|exclusive] [--no-optimum] [--json]",
    about: "plays a scenario of orders and workers through the city's own assignment and compares with the offline optimum",
    load: async () => (await import("./scenario/dispatch-command.ts")).dispatch,
  },
  city: {
    usage: "city [--workers N] [--orders N] [--hours 24] [--seed 1] [--speedup 60] [--seeded] [--url URL | --own] [--json]",
    about: "plays a living city through real clients on a running or self-started server, and reports how it went",
    load: async () => (await import("./city/city-command.ts")).city,
  },
  "city-compare": {
    usage: "city-compare [--workers N] [--orders N] [--hours 24] [--seeds 20] [--first-seed 1] [--hold 45] [--policy FILE] [--json]",
    about: "plays the same cities without a server, greedy and in batches: served, travel, income spread, wait, with confidence intervals",
    load: async () => (await import("./city/compare-command.ts")).cityCompare,
  },
  bench: {
    usage: "bench [--json] [--quick] [NAME …]",
    about: "measures, on a server and database of its own: transitions, reads, whole orders, payment to offer, the ledger",
    load: async () => (await import("./bench/bench-command.ts")).bench,
  },
  "ledger-bench": {
    usage: "ledger-bench [--json] [--quick]",
    about: "measures the ledger's functions against bare statements on the same PostgreSQL",
    load: async () => (await import("./bench/ledger/ledger-bench-command.ts")).ledgerBench,
  },
  diagram: {
    usage: "diagram",
    about: "draws the lifecycle into README.md and docs/lifecycle.md, from the table",
    load: async () => (await import("./diagram/diagram-command.ts")).diagram,
  },
  "model-check": {
    usage: "model-check [--json] [--mutate] [--states N]",
    about: "explores the real lifecycle and proves its invariants; --mutate seeds defects and counts those noticed",
    load: async () => (await import("./model-check/model-check-command.ts")).modelCheck,
  },
  "preview-grid": {
    usage: "preview-grid [--json]",
    about: "cancels orders of every plan and 200 amounts at every minute of 14 days: what is shown must be what is charged",
    load: async () => (await import("./preview-grid/preview-grid-command.ts")).previewGrid,
  },
  storm: {
    usage: "storm [--json] [--operations N] [--clients N] [--kills N] [--batch N] [--seed N]",
    about: "lets clients go mad on a server that is killed now and then, audits the books after each batch, and lets every order end",
    load: async () => (await import("./storm/storm-command.ts")).storm,
  },
};

function listed(): string {
  const width = Math.max(...Object.values(commands).map((row) => row.usage.length));
  const lines = Object.values(commands).map((row) => `  ${row.usage.padEnd(width)}  ${row.about}`);
  return ["Usage: lab COMMAND …", "", ...lines, ""].join("\n");
}

/** Whether Node did not understand the words of a command. */
function isMisspelt(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

async function main([name, ...words]: readonly string[]): Promise<number> {
  const row = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (row === undefined) {
    process.stderr.write(name === undefined ? listed() : `lab: there is no command "${name}"\n\n${listed()}`);
    return 1;
  }
  try {
    const command = await row.load();
    return await command(words);
  } catch (error) {
    if (!(error instanceof Refusal) && !isMisspelt(error)) throw error;
    process.stderr.write(`lab ${name}: ${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));

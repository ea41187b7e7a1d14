import { arch, availableParallelism, cpus, platform } from "node:os";
import { parseArgs } from "node:util";
import { type Command, Refusal } from "../command.ts";
import { stopHelpers } from "../helper.ts";
import { stopping } from "../stopping.ts";
import type { Benchmark, BenchOptions, Findings } from "./benchmark.ts";
import { openPlace, type Place } from "./place.ts";
import { wordsOf } from "./words.ts";

/** Every benchmark. To add one: a row here, its code in a folder of its own. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  transitions: async () => (await import("./transitions/transitions-benchmark.ts")).transitions,
  rounds: async () => (await import("./round/rounds-benchmark.ts")).rounds,
  reads: async () => (await import("./reads/reads-benchmark.ts")).reads,
  lifecycles: async () => (await import("./lifecycles/lifecycles-benchmark.ts")).lifecycles,
  ledger: async () => (await import("./ledger/ledger-benchmark.ts")).ledger,
  offers: async () => (await import("./offers/offers-benchmark.ts")).offers,
  load: async () => (await import("./load/load-benchmark.ts")).load,
};

/** What was measured on: figures mean little without it. */
function machine() {
  return { cores: availableParallelism(), processor: cpus()[0]?.model ?? "unknown", system: `${platform()} ${arch()}`, node: process.version };
}

async function runAll(names: readonly string[], options: BenchOptions, onFound: (name: string, findings: Findings) => void) {
  const found: Record<string, Findings> = {};
  for (const name of names) {
    const benchmark = await benchmarks[name]?.();
    if (benchmark === undefined) throw new Refusal(`there is no benchmark "${name}": ${Object.keys(benchmarks).join(", ")}`);
    found[name] = await benchmark.run({ ...options, say: (text) => options.say(`${name}: ${text}`) });
    onFound(name, found[name]);
  }
  return found;
}

/**
 * Measures: all benchmarks, or those named. Medians of several runs, ratios taken within a run. With `--json` prints JSON
 * only; `--quick` only tries the code with tiny counts. Exit code 0 also where a target was missed: a busy machine is no defect.
 */
export const bench: Command = async (words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { json: { type: "boolean" }, quick: { type: "boolean" } },
  });
  let place: Promise<Place> | null = null;
  const say = (text: string) => void (values.json ? undefined : process.stderr.write(`› ${text}\n`));
  const options: BenchOptions = {
    quick: values.quick ?? false,
    say,
    place: () => {
      place ??= openPlace(say);
      return place;
    },
  };
  const began = performance.now();
  const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
  try {
    const tell = (name: string, findings: Findings) => void (values.json ? undefined : console.log(`${wordsOf(name, findings)}\n`));
    const found = await Promise.race([runAll(names, options, tell), stopping()]);
    const measured = { machine: machine(), quick: options.quick, seconds: Math.round((performance.now() - began) / 1_000) };
    console.log(
      values.json ? JSON.stringify({ ...measured, benchmarks: found }) : `${Object.values(measured.machine).join(", ")}; ${measured.seconds} s`,
    );
    return 0;
  } finally {
    await stopHelpers();
    await (place as Promise<Place> | null)?.then((opened) => opened.stop()).catch(() => undefined);
  }
};

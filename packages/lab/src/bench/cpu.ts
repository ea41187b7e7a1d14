import { Refusal } from "../command.ts";

/** Processor seconds the server process has used so far, by its own metrics. On a busy machine this tells more than the clock. */
export async function processorSeconds(serverUrl: string): Promise<number> {
  const text = await (await fetch(`${serverUrl}/metrics`, { signal: AbortSignal.timeout(10_000) })).text();
  const found = /^process_cpu_seconds_total (\S+)/m.exec(text)?.[1];
  if (found === undefined) throw new Refusal(`${serverUrl}/metrics does not tell the processor time`);
  return Number(found);
}

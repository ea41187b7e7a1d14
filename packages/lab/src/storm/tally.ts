import { refusalOf } from "@lingong/client";

/** What came of all that was tried. */
export interface Tally {
  operations: number;
  done: number;
  /** Typed refusals, by their code. */
  readonly refused: Record<string, number>;
  /** Calls that nobody answered: the server or the network was away. */
  unanswered: number;
  /** What should never be seen. */
  readonly findings: string[];
}

export function newTally(): Tally {
  return { operations: 0, done: 0, refused: {}, unanswered: 0, findings: [] };
}

const findingsKept = 50;

/** One operation: counted by its end. A refusal is an answer; `internal` never is, unless somebody has just killed what answers. */
export async function tried<Value>(tally: Tally, what: string, mayFail: () => boolean, work: () => Promise<Value>): Promise<Value | null> {
  tally.operations += 1;
  try {
    const value = await work();
    tally.done += 1;
    return value;
  } catch (error) {
    const code = refusalOf(error)?.code ?? null;
    if (code !== null && code !== "internal" && code !== "unavailable") tally.refused[code] = (tally.refused[code] ?? 0) + 1;
    else if (mayFail()) tally.unanswered += 1;
    else if (tally.findings.length < findingsKept)
      tally.findings.push(`${what}: ${code ?? (error instanceof Error ? error.message : String(error))}`);
    return null;
  }
}

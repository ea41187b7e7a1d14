import type { Figure } from "./figures.ts";
import type { Place } from "./place.ts";

/** A figure that was promised, and whether it was reached in this run. */
export interface Target {
  readonly figure: string;
  /** One of the two. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly median: number;
  readonly met: boolean;
}

/** What a benchmark found: figures by group and name, targets, and in words what was measured against what. */
export interface Findings {
  readonly figures: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  readonly targets: readonly Target[];
  readonly notes: readonly string[];
}

export interface BenchOptions {
  /** Tiny counts: that the code works, not how fast. */
  readonly quick: boolean;
  /** Told what is being done, for whoever waits at the terminal. */
  readonly say: (text: string) => void;
  /** The server and database of this run, started when first asked for. */
  readonly place: () => Promise<Place>;
}

export interface Benchmark {
  readonly about: string;
  readonly run: (options: BenchOptions) => Promise<Findings>;
}

export function target(figure: string, atLeast: number, { median }: Figure): Target {
  return { figure, atLeast, median, met: median >= atLeast };
}

export function ceiling(figure: string, atMost: number, { median }: Figure): Target {
  return { figure, atMost, median, met: median <= atMost };
}

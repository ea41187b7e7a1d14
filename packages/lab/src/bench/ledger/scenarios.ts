/** Which accounts a transfer moves between decides what two writers wait for. */
export const scenarios = {
  /** Any kept account to any other: hardly ever two writers at one row. */
  spread: "between any two of 20,000 kept accounts",
  /** Everybody pays the same worker. */
  hotWorker: "from any of 20,000 kept accounts to one worker",
  /** Everybody pays the platform, as every settlement does. */
  commission: "from any of 20,000 kept accounts to commission",
  /** A hundred transfers, between any accounts, in one transaction. */
  batch100: "a hundred at a time, between any two of 20,000 kept accounts",
} as const;

export type Scenario = keyof typeof scenarios;

/** Transfers as columns: from, to and fen, one line each. */
export interface Moves {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly fen: readonly number[];
}

/** The accounts of a measurement: those that keep a balance, and the platform's commission. */
export interface Accounts {
  readonly kept: readonly number[];
  readonly commission: number;
}

function pick(accounts: readonly number[], random: () => number): number {
  return accounts[Math.floor(random() * accounts.length)] ?? 0;
}

function pickTwo(accounts: readonly number[], random: () => number): readonly [number, number] {
  const from = pick(accounts, random);
  let to = pick(accounts, random);
  while (to === from) to = pick(accounts, random);
  return [from, to];
}

/** The next transfers of a scenario. */
export function movesOf(scenario: Scenario, { kept, commission }: Accounts, random: () => number): Moves {
  const [worker = 0, ...others] = kept;
  switch (scenario) {
    case "spread": {
      const [from, to] = pickTwo(kept, random);
      return { from: [from], to: [to], fen: [1] };
    }
    case "hotWorker":
      return { from: [pick(others, random)], to: [worker], fen: [1] };
    case "commission":
      return { from: [pick(kept, random)], to: [commission], fen: [1] };
    case "batch100": {
      const pairs = Array.from({ length: 100 }, () => pickTwo(kept, random));
      return { from: pairs.map(([from]) => from), to: pairs.map(([, to]) => to), fen: pairs.map(() => 1) };
    }
  }
}

/** Somebody who books transfers; answers when they are durable. */
export interface Booker {
  readonly book: (scenario: Scenario, moves: Moves) => Promise<void>;
}

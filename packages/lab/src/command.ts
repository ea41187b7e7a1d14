/** One command of the lab: given the words after its name, it answers the exit code. */
export type Command = (words: readonly string[]) => Promise<number>;

/** A row of the command table; the code behind it is loaded only when it is asked for. */
export interface CommandRow {
  readonly usage: string;
  readonly about: string;
  readonly load: () => Promise<Command>;
}

/** What a command refuses to go on with: printed as it is, exit code 1. */
export class Refusal extends Error {}

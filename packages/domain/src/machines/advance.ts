/** A table for a small thing beside the order: where each command leads, and one sentence of meaning. */
export type SmallMachine<State extends string> = Readonly<
  Record<string, { readonly from: readonly State[]; readonly to: State | "stay"; readonly about: string }>
>;

/** Whether a command may be given in a state. */
export function may<State extends string, Command extends string>(
  machine: Readonly<Record<Command, SmallMachine<State>[string]>>,
  state: State,
  command: Command,
): boolean {
  return machine[command].from.includes(state);
}

/**
 * The state a command leads to.
 * @throws TypeError where the table has no such step: callers guard first, so this is a defect of theirs.
 */
export function advance<State extends string, Command extends string>(
  machine: Readonly<Record<Command, SmallMachine<State>[string]>>,
  state: State,
  command: Command,
): State {
  const row = machine[command];
  if (!row.from.includes(state)) throw new TypeError(`${command} is not possible from ${state}`);
  return row.to === "stay" ? state : row.to;
}

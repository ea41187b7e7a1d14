/** The first letter of a pair, and when it was pressed (milliseconds of any clock). */
export interface SequenceState {
  readonly first: string | null;
  readonly at: number;
}

const leader = "G";
const within = 1_000;

/** Joins a key to a pair begun less than a second ago: `G` then `O` is "G O"; any other key stands for itself. */
export function nextSequence(state: SequenceState, key: string, now: number): { readonly keys: string; readonly state: SequenceState } {
  const letter = key.length === 1 ? key.toUpperCase() : key;
  if (state.first !== null && now - state.at < within) return { keys: `${state.first} ${letter}`, state: { first: null, at: 0 } };
  return { keys: letter, state: letter === leader ? { first: leader, at: now } : { first: null, at: 0 } };
}

/** Whether keys belong to what has the focus: a field, a list box, an open menu. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=menu], [role=listbox], [role=slider]") !== null;
}

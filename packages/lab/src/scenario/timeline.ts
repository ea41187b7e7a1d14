/** Something that is to happen: first by time, then by phase, then in the order it was planned. */
interface Moment<Event> {
  readonly at: number;
  readonly phase: number;
  readonly turn: number;
  readonly event: Event;
}

/** What is still to come, soonest first. */
export interface Timeline<Event> {
  plan(at: number, phase: number, event: Event): void;
  /** When the next one is; infinite when nothing is left. */
  nextAt(): number;
  /** Takes the next one; undefined when nothing is left. */
  next(): { readonly at: number; readonly event: Event } | undefined;
}

/** A binary heap: a million events cost what is planned at one time, not all of them. */
export function createTimeline<Event>(): Timeline<Event> {
  const heap: Moment<Event>[] = [];
  let turn = 0;
  return {
    plan(at, phase, event) {
      heap.push({ at, phase, turn, event });
      turn += 1;
      rise(heap);
    },
    nextAt: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (first !== undefined && last !== undefined && first !== last) {
        heap[0] = last;
        sink(heap);
      }
      return first;
    },
  };
}

function isBefore<Event>(a: Moment<Event>, b: Moment<Event>): boolean {
  return (a.at - b.at || a.phase - b.phase || a.turn - b.turn) < 0;
}

/** Moves the last one up to where it belongs. */
function rise<Event>(heap: Moment<Event>[]): void {
  let index = heap.length - 1;
  const moment = heap[index] as Moment<Event>;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] as Moment<Event>;
    if (!isBefore(moment, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = moment;
}

/** Moves the first one down to where it belongs. */
function sink<Event>(heap: Moment<Event>[]): void {
  const moment = heap[0] as Moment<Event>;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Moment<Event>, heap[child] as Moment<Event>)) child += 1;
    if (!isBefore(heap[child] as Moment<Event>, moment)) break;
    heap[index] = heap[child] as Moment<Event>;
    index = child;
  }
  heap[index] = moment;
}

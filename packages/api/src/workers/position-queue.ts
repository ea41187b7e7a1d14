import { type Database, workers } from "@lingong/db";

type WorkerPosition = Parameters<typeof workers.savePositions>[1][number];

/** What waits while the last write is under way, the newest of each worker; and the write that will take it. */
interface Queue {
  waiting: Map<string, WorkerPosition>;
  writing: Promise<void>;
  next: Promise<void> | null;
}

const queues = new WeakMap<Database, Queue>();

function queueOf(db: Database): Queue {
  const queue = queues.get(db) ?? { waiting: new Map(), writing: Promise.resolve(), next: null };
  queues.set(db, queue);
  return queue;
}

function writeWaiting(db: Database, queue: Queue): Promise<void> {
  const positions = [...queue.waiting.values()];
  queue.waiting = new Map();
  queue.next = null;
  const written = workers.savePositions(db, positions);
  queue.writing = written.catch(() => undefined);
  return written;
}

/**
 * Keeps a worker's position. What comes while one write is under way goes together in the next: a thousand reports a second are
 * then a few dozen statements, and a single one waits for nobody. Resolves when it is written.
 */
export function keepPosition(db: Database, position: WorkerPosition): Promise<void> {
  const queue = queueOf(db);
  const known = queue.waiting.get(position.workerId);
  if (known === undefined || known.at <= position.at) queue.waiting.set(position.workerId, position);
  queue.next ??= queue.writing.then(() => writeWaiting(db, queue));
  return queue.next;
}

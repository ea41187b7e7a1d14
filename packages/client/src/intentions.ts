/**
 * Idempotency keys by what a person wants. A tap gets a new key; the same tap tried again (by itself after a lost
 * answer, or by an impatient thumb) keeps it, so that it happens once; after its end the next tap is a new one.
 */
export interface Intentions {
  /** The key of an intention that is under way, or a new one. `about` names it: order and command. */
  keyFor(about: unknown): string;
  /** The intention has come to its end: done, or refused for good. */
  settle(about: unknown): void;
}

export function createIntentions(newKey: () => string = () => crypto.randomUUID()): Intentions {
  const open = new Map<string, string>();
  return {
    keyFor(about) {
      const name = JSON.stringify(about);
      const key = open.get(name) ?? newKey();
      open.set(name, key);
      return key;
    },
    settle(about) {
      open.delete(JSON.stringify(about));
    },
  };
}

/** Where a client keeps what must outlive the page: the queue of offline steps and half-done uploads. */
export interface ClientStorage {
  get(key: string): Promise<string | null>;
  /** Null removes the key. */
  set(key: string, value: string | null): Promise<void>;
}

/** Kept for the life of the process: Node clients and tests. */
export function memoryStorage(): ClientStorage {
  const values = new Map<string, string>();
  return {
    async get(key) {
      return values.get(key) ?? null;
    },
    async set(key, value) {
      if (value === null) values.delete(key);
      else values.set(key, value);
    },
  };
}

/** Kept in the browser, by app, over reloads and restarts. */
export function browserStorage(prefix: string): ClientStorage {
  return {
    async get(key) {
      return localStorage.getItem(`${prefix}.${key}`);
    },
    async set(key, value) {
      if (value === null) localStorage.removeItem(`${prefix}.${key}`);
      else localStorage.setItem(`${prefix}.${key}`, value);
    },
  };
}

/** The browser's storage where there is a page (and it is allowed), else memory. */
export function defaultStorage(prefix: string): ClientStorage {
  if (!("document" in globalThis)) return memoryStorage();
  try {
    localStorage.getItem(prefix);
    return browserStorage(prefix);
  } catch {
    return memoryStorage();
  }
}

import { useState } from "react";

export interface Pages {
  /** Undefined: the first page. */
  readonly cursor: string | undefined;
  /** 0: the first page. */
  readonly index: number;
  readonly next: (cursor: string) => void;
  readonly previous: () => void;
}

/** Pages of a list whose server only knows the next: the way back is kept here. Another `key` (a filter) begins anew. */
export function usePages(key: string): Pages {
  const [state, setState] = useState<{ readonly key: string; readonly cursors: readonly string[] }>({ key, cursors: [] });
  const cursors = state.key === key ? state.cursors : [];
  return {
    cursor: cursors.at(-1),
    index: cursors.length,
    next: (cursor) => setState({ key, cursors: [...cursors, cursor] }),
    previous: () => setState({ key, cursors: cursors.slice(0, -1) }),
  };
}

import { useEffect, useRef } from "react";
import { isTyping, nextSequence, type SequenceState } from "./sequence.ts";
import { useSingleKeys } from "./single-keys.ts";

/**
 * Calls back for letters and for pairs of them ("G O" within a second), unless somebody types, a dialogue is open or
 * single keys are turned off. Keys are given as printed, in capitals.
 */
export function useLetters(actions: Readonly<Record<string, () => void>>): void {
  const { on } = useSingleKeys();
  const latest = useRef(actions);
  latest.current = actions;
  const sequence = useRef<SequenceState>({ first: null, at: 0 });
  useEffect(() => {
    if (!on) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector("[role=dialog]") !== null) return;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const { keys, state } = nextSequence(sequence.current, event.key, performance.now());
      sequence.current = state;
      const action = latest.current[keys];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [on]);
}

import { useSyncExternalStore } from "react";

const stored = "lingong-large-type";
const listeners = new Set<() => void>();

function isLarge(): boolean {
  return document.documentElement.dataset.type === "large";
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function show(large: boolean): void {
  if (large) document.documentElement.dataset.type = "large";
  else delete document.documentElement.dataset.type;
  for (const changed of listeners) changed();
}

/** Applies what was chosen on this device: once, before the first paint. */
export function startLargeType(): void {
  try {
    show(localStorage.getItem(stored) === "on");
  } catch {
    show(false); // storage may be forbidden; type is then as large as usual
  }
}

/** 适老: whether type and targets are large, and a way to change it (kept on this device). */
export function useLargeType(): { readonly large: boolean; readonly change: (large: boolean) => void } {
  const large = useSyncExternalStore(subscribe, isLarge, () => false);
  return { large, change };
}

function change(large: boolean): void {
  show(large);
  try {
    localStorage.setItem(stored, large ? "on" : "off");
  } catch {
    // as above
  }
}

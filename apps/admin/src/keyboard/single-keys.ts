import { useSyncExternalStore } from "react";

const stored = "lingong.admin.singleKeys";
const listeners = new Set<() => void>();

function isOn(): boolean {
  try {
    return localStorage.getItem(stored) !== "off";
  } catch {
    return true; // storage may be forbidden; keys then work as announced
  }
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether single letters are shortcuts on this device: those who speak to their computer turn them off (WCAG 2.1.4). */
export function useSingleKeys(): { readonly on: boolean; readonly change: (on: boolean) => void } {
  const on = useSyncExternalStore(subscribe, isOn, () => true);
  return { on, change };
}

function change(on: boolean): void {
  try {
    localStorage.setItem(stored, on ? "on" : "off");
  } catch {
    // as above
  }
  for (const changed of listeners) changed();
}

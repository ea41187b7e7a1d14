import { useSyncExternalStore } from "react";

const stored = "lingong.worker.ring";
const listeners = new Set<() => void>();

function isOn(): boolean {
  try {
    return localStorage.getItem(stored) !== "off";
  } catch {
    return true;
  }
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function change(on: boolean): void {
  try {
    localStorage.setItem(stored, on ? "on" : "off");
  } catch {
    // storage may be forbidden; the ring then stays on
  }
  for (const changed of listeners) changed();
}

/** Whether an offer rings until it is answered; kept on this device. */
export function useRing(): { readonly on: boolean; readonly change: (on: boolean) => void } {
  return { on: useSyncExternalStore(subscribe, isOn, () => true), change };
}

let audio: AudioContext | null = null;

/** Two short tones and a shake. Silent where the browser permits neither: it wants a touch of the page first. */
export function ringOnce(): void {
  navigator.vibrate?.([180, 90, 180]);
  try {
    audio ??= new AudioContext();
    void audio.resume();
    tone(audio, 880, 0);
    tone(audio, 1_175, 0.18);
  } catch {
    // no sound device, or not allowed
  }
}

function tone(context: AudioContext, hertz: number, after: number): void {
  const start = context.currentTime + after;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.16);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.18);
}

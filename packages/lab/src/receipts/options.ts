import { Refusal } from "../command.ts";

/** A whole number of at least 0, as it was typed. */
export function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new Refusal(`${name} takes a whole number, not "${text}"`);
  return value;
}

/** An instant in ISO 8601, or a day of UTC; absent: the given one. */
export function instantOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Refusal(`${name} takes an instant such as 2026-11-22T08:00:00Z, not "${text}"`);
  return at;
}

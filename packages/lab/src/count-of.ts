import { Refusal } from "./command.ts";

/** A whole number given as an option's word. @throws Refusal where it is none, or out of bounds. */
export function countOf(name: string, value: string, { least, most }: { readonly least: number; readonly most: number }): number {
  const count = Number(value);
  if (value.trim() !== "" && Number.isSafeInteger(count) && count >= least && count <= most) return count;
  throw new Refusal(`--${name} takes a whole number from ${least} to ${most}, not "${value}"`);
}

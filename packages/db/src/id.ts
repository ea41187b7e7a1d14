import { hash, randomUUIDv7 } from "node:crypto";

/** A new id: its beginning is the time it was made at, so that ids sort by age and indexes grow at one end. */
export function newId(): string {
  return randomUUIDv7();
}

/** Whether a text could be an id at all: what is not, names nothing. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/**
 * A name as an id of a row: ids stay, a name somebody else gave (a provider's own name of a capture) becomes the same id
 * each time.
 */
export function rowId(name: string): string {
  if (isId(name)) return name;
  const digits = hash("sha256", name, "hex");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

import { randomUUIDv7 } from "node:crypto";

/** A new id: its beginning is the time it was made at, so that ids sort by age and indexes grow at one end. */
export function newId(): string {
  return randomUUIDv7();
}

/** Whether a text could be an id at all: what is not, names nothing. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

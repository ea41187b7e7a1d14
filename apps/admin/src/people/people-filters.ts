import type { PeopleInput } from "@lingong/contracts";

export const roles = ["customer", "worker", "admin"] as const;
export type Role = (typeof roles)[number];

/** The filters of the people's list, as they stand in its address. */
export interface PeopleFilters {
  readonly text?: string;
  readonly role?: Role;
  readonly city?: string;
}

/** Reads filters out of an address; what is not understood is left out. */
export function readPeopleFilters(search: Readonly<Record<string, unknown>>): PeopleFilters {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const filters = { text: text(search.text), role: roles.find((role) => role === search.role), city: text(search.city) };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** What the server is asked for. */
export function peopleSearchOf(
  { text, role, city }: PeopleFilters,
  page: { readonly cursor: string | undefined; readonly limit: number },
): PeopleInput {
  return {
    ...page,
    ...(text === undefined ? {} : { text: text.trim() }),
    ...(role === undefined ? {} : { role }),
    ...(city === undefined ? {} : { cityId: city }),
  };
}

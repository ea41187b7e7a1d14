import type { Database } from "@lingong/db";
import { users } from "@lingong/db";
import { maskName } from "@lingong/domain";
import type { Language, Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import type { WrappedKey } from "../ports/secrets.ts";

/** The person's data key, made when there is none yet. @throws `not_found` when it was destroyed with the account. */
export async function personKey(services: Services, userId: string, db: Database = services.db): Promise<WrappedKey> {
  const known = await users.findKey(db, userId);
  if (known !== null) return known;
  const made = await users.insertKey(db, { userId, wrappedKey: services.secrets.newPersonKey(), now: services.clock.now() });
  return made ?? fail("not_found");
}

/** A sealed value opened with the person's key; null when either is gone. */
export async function openSealed(services: Services, userId: string, purpose: string, sealed: Uint8Array | null): Promise<string | null> {
  if (sealed === null) return null;
  const key = await users.findKey(services.db, userId);
  return key === null ? null : services.secrets.open(key, purpose, sealed);
}

interface Named {
  readonly displayName: string;
  readonly salutation: "ms" | "mr" | "none";
}

const titles = {
  zh: { ms: (family: string) => `${family}女士`, mr: (family: string) => `${family}先生` },
  en: { ms: (family: string) => `Ms ${family}`, mr: (family: string) => `Mr ${family}` },
} as const satisfies Record<Language, unknown>;

/** By what one of several is named: 王 of 王强, Mary of Mary Smith. */
export function shortName({ displayName }: Pick<Named, "displayName">): string {
  const name = displayName.trim();
  const [first = name] = /^\p{Script=Han}{2,}$/u.test(name) ? [...name] : name.split(/\s+/);
  return first;
}

/**
 * How strangers are addressed, in the reader's language: 陈女士 or Ms 陈, 王先生 or Mr 王, or as they call themselves. A
 * customer's full name never crosses: without a salutation a Chinese name of two or more characters is cut to the family name.
 */
export function publicName({ displayName, salutation }: Named, language: Language = "zh"): string {
  const name = displayName.trim();
  const family = /^\p{Script=Han}{2,}$/u.test(name) ? ([...name][0] ?? name) : name;
  if (salutation !== "none") return titles[language][salutation](family);
  return family === name ? name : maskName(name);
}

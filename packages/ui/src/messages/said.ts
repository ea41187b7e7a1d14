import type { Bilingual } from "@lingong/domain";

/** Words of the domain in one language, under their keys. */
export function said<Key extends string>(words: Readonly<Record<Key, Bilingual>>, language: keyof Bilingual): Readonly<Record<Key, string>> {
  const entries = Object.entries<Bilingual>(words).map(([key, word]) => [key, word[language]]);
  return Object.fromEntries(entries);
}

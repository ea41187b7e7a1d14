import type { Bilingual } from "@lingong/domain";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** The catalogue's own words (categories, questions, clauses) in the language shown. */
export function useText(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useCallback((text: Bilingual) => (language === "en" ? text.en : text.zh), [language]);
}

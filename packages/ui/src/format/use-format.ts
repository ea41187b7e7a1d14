import { createContext, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../messages/translations.ts";
import { defaultZone } from "./clock.ts";
import { createFormat, type Format } from "./format.ts";

/** The zone of the city a part of the screen speaks of; an order's page provides its order's. */
export const ZoneContext = createContext<string>(defaultZone);

/** Formatting in the language shown and in the zone given, else that of the nearest `ZoneProvider`. */
export function useFormat(zone?: string): Format {
  const { t, i18n } = useTranslation("common");
  const around = useContext(ZoneContext);
  const language: Language = i18n.language === "en" ? "en" : "zh-CN";
  const used = zone ?? around;
  return useMemo(() => createFormat({ language, zone: used, t }), [language, used, t]);
}

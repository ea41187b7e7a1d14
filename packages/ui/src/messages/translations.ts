import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";
import { common } from "./zh-CN/common.ts";
import { domain } from "./zh-CN/domain.ts";
import { errors } from "./zh-CN/errors.ts";

export type Language = "zh-CN" | "en";
export const languages: readonly Language[] = ["zh-CN", "en"];
export type AppNamespace = "customer" | "worker" | "admin";

/** An app's own messages: Chinese at hand, English fetched when it is wanted. */
export interface AppMessages {
  readonly namespace: AppNamespace;
  readonly "zh-CN": object;
  readonly en: () => Promise<object>;
}

const STORED = "lingong-language";

/** The language chosen on this device; else the browser's if it is English; else Chinese. */
export function preferredLanguage(): Language {
  const stored = readStored();
  if (stored !== null) return stored;
  return typeof navigator !== "undefined" && navigator.language.startsWith("en") ? "en" : "zh-CN";
}

function readStored(): Language | null {
  try {
    const value = globalThis.localStorage?.getItem(STORED);
    return value === "zh-CN" || value === "en" ? value : null;
  } catch {
    return null; // storage may be forbidden; the choice then lives as long as the page
  }
}

function store(language: Language): void {
  try {
    globalThis.localStorage?.setItem(STORED, language);
  } catch {
    // as above
  }
}

async function loadEnglish(instance: i18n, app: AppMessages): Promise<void> {
  if (instance.hasResourceBundle("en", "common")) return;
  const [shared, own] = await Promise.all([import("./en/shared.ts"), app.en()]);
  for (const [namespace, bundle] of Object.entries(shared.shared)) instance.addResourceBundle("en", namespace, bundle);
  instance.addResourceBundle("en", app.namespace, own);
}

export interface Translations {
  readonly i18n: i18n;
  /** Fetches what the language needs, switches, and remembers the choice on this device. */
  readonly change: (language: Language) => Promise<void>;
}

/**
 * Makes the message catalogue of one app ready, in the language of this device (or the one given). Chinese is at hand;
 * English is a chunk of its own.
 */
export async function startTranslations(app: AppMessages, language: Language = preferredLanguage()): Promise<Translations> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: "zh-CN",
    fallbackLng: false,
    defaultNS: "common",
    ns: ["common", "domain", "errors", app.namespace],
    resources: { "zh-CN": { common, domain, errors, [app.namespace]: app["zh-CN"] } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    react: { useSuspense: false },
  });
  const show = async (next: Language) => {
    if (next === "en") await loadEnglish(instance, app);
    await instance.changeLanguage(next);
  };
  await show(language);
  return {
    i18n: instance,
    change: async (next) => {
      await show(next);
      store(next);
    },
  };
}

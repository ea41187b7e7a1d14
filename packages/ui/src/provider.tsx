import { localStorageColorSchemeManager, type MantineColorScheme, MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { ZoneContext } from "./format/use-format.ts";
import type { Language, Translations } from "./messages/translations.ts";
import type { AppId } from "./theme/palette.ts";
import { themeFor, variablesResolver } from "./theme/theme.ts";
import { type ReadClock, ServerClockProvider } from "./time/server-clock.tsx";

const colorSchemeManager = localStorageColorSchemeManager({ key: "lingong-color-scheme" });
const TranslationsContext = createContext<Translations | null>(null);

export interface AppProviderProps {
  readonly app: AppId;
  /** From `startTranslations`. */
  readonly translations: Translations;
  /** Server's clock minus the device's, in milliseconds; or the whole clock. */
  readonly clockOffset?: number;
  readonly readClock?: ReadClock;
  /** The city's zone; Asia/Shanghai unless told. */
  readonly zone?: string;
  /** Fixes light or dark: tests and the gallery. */
  readonly forceColorScheme?: Exclude<MantineColorScheme, "auto">;
  readonly env?: "default" | "test";
  readonly children: ReactNode;
}

/** Everything a screen needs around it: theme, messages, dates, clock, zone, modals and notifications. */
export function AppProvider({ app, translations, clockOffset, readClock, zone, forceColorScheme, env, children }: AppProviderProps) {
  const theme = useMemo(() => themeFor(app), [app]);
  useEffect(() => {
    document.documentElement.dataset.app = app;
  }, [app]);
  const zoned = zone === undefined ? children : <ZoneContext value={zone}>{children}</ZoneContext>;
  return (
    <TranslationsContext value={translations}>
      <I18nextProvider i18n={translations.i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={variablesResolver}
          colorSchemeManager={colorSchemeManager}
          defaultColorScheme="auto"
          forceColorScheme={forceColorScheme}
          env={env}
        >
          <Localized>
            <ServerClockProvider offset={clockOffset} read={readClock}>
              {zoned}
            </ServerClockProvider>
          </Localized>
        </MantineProvider>
      </I18nextProvider>
    </TranslationsContext>
  );
}

/** What follows the language: the document's `lang`, the calendar's names, the labels of the confirm dialogue. */
function Localized({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation("common");
  const locale = i18n.language === "en" ? "en" : "zh-cn";
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    dayjs.locale(locale);
  }, [i18n.language, locale]);
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <ModalsProvider
        labels={{ confirm: t("action.confirm"), cancel: t("action.cancel") }}
        modalProps={{ closeButtonProps: { "aria-label": t("action.close") } }}
      >
        <Notifications position="top-center" zIndex={400} />
        {children}
      </ModalsProvider>
    </DatesProvider>
  );
}

/** The language shown, and a way to change it (kept on this device). */
export function useLanguage(): { readonly language: Language; readonly change: (language: Language) => Promise<void> } {
  const translations = useContext(TranslationsContext);
  const { i18n } = useTranslation("common");
  if (translations === null) throw new Error("useLanguage needs an AppProvider around it");
  return { language: i18n.language === "en" ? "en" : "zh-CN", change: translations.change };
}

export interface ZoneProviderProps {
  /** IANA name, as the order carries it. */
  readonly zone: string;
  readonly children: ReactNode;
}

/** Makes everything inside speak the time of an order's city. */
export function ZoneProvider({ zone, children }: ZoneProviderProps) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

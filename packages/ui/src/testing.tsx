import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { customerMessages } from "./messages/app-messages.ts";
import { type Language, startTranslations } from "./messages/translations.ts";
import { AppProvider } from "./provider.tsx";

/** 17 March 2026, 13:36:20 in Shanghai: the time of the tests unless they move it. */
export const testNow = Date.parse("2026-03-17T05:36:20Z");

/** Renders with everything a screen has around it, on a clock that stands still unless a test moves it. */
export async function renderInApp(ui: ReactNode, options: { readonly language?: Language; readonly readClock?: () => number } = {}) {
  const translations = await startTranslations(customerMessages, options.language ?? "zh-CN");
  const read = options.readClock ?? (() => testNow);
  const wrap = (children: ReactNode) => (
    <AppProvider app="customer" translations={translations} readClock={read} env="test">
      {children}
    </AppProvider>
  );
  const view = render(wrap(ui));
  return { ...view, again: (next: ReactNode) => view.rerender(wrap(next)), translations };
}

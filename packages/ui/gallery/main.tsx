import "../src/theme/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { type AppId, AppProvider, adminMessages, customerMessages, type Language, startTranslations, workerMessages } from "../src/index.ts";
import { now } from "./sample.ts";
import { BillScreen } from "./screens/bill.tsx";
import { EarningsScreen } from "./screens/earnings.tsx";
import { HomeScreen } from "./screens/home.tsx";
import { JobScreen } from "./screens/job.tsx";
import { LiveScreen } from "./screens/live.tsx";
import { OfferScreen } from "./screens/offer.tsx";
import { OverviewScreen } from "./screens/overview.tsx";
import { PartsScreen } from "./screens/parts.tsx";
import { PriceScreen } from "./screens/price.tsx";
import { ReceiptScreen } from "./screens/receipt.tsx";
import { ScopeScreen } from "./screens/scope.tsx";
import { SignUpScreen } from "./screens/sign-up.tsx";
import { StatesScreen } from "./screens/states.tsx";
import { TodayScreen } from "./screens/today.tsx";

// ?screen=price&scheme=dark&lang=en: one sample screen, as the apps will use the kit. Not shipped.
const screens: Readonly<Record<string, { readonly app: AppId; readonly Screen: () => React.ReactNode }>> = {
  home: { app: "customer", Screen: HomeScreen },
  scope: { app: "customer", Screen: ScopeScreen },
  price: { app: "customer", Screen: PriceScreen },
  live: { app: "customer", Screen: LiveScreen },
  bill: { app: "customer", Screen: BillScreen },
  states: { app: "customer", Screen: StatesScreen },
  parts: { app: "customer", Screen: PartsScreen },
  today: { app: "worker", Screen: TodayScreen },
  offer: { app: "worker", Screen: OfferScreen },
  job: { app: "worker", Screen: JobScreen },
  earnings: { app: "worker", Screen: EarningsScreen },
  receipt: { app: "worker", Screen: ReceiptScreen },
  "sign-up": { app: "worker", Screen: SignUpScreen },
  overview: { app: "admin", Screen: OverviewScreen },
};

const messages = { customer: customerMessages, worker: workerMessages, admin: adminMessages };
const query = new URLSearchParams(location.search);
const chosen = screens[query.get("screen") ?? "home"] ?? { app: "customer" as const, Screen: HomeScreen };
const language: Language = query.get("lang") === "en" ? "en" : "zh-CN";
const translations = await startTranslations(messages[chosen.app], language);
const root = document.getElementById("root");
if (root === null) throw new Error("no root element");
if (query.has("large")) document.documentElement.dataset.type = "large";

createRoot(root).render(
  <StrictMode>
    <AppProvider
      app={chosen.app}
      translations={translations}
      readClock={() => now}
      forceColorScheme={query.get("scheme") === "dark" ? "dark" : "light"}
    >
      <chosen.Screen />
    </AppProvider>
  </StrictMode>,
);

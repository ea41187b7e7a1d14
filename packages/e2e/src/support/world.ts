import { createLingongClient, type LingongClient } from "@lingong/client";
import type { AppName } from "@lingong/contracts";
import { type Browser, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { type Language, type Texts, texts } from "../texts/texts.ts";
import { createClock, type HouseClock } from "./clock.ts";

/** Where everybody of these tests lives: 联洋, Pudong. */
export const home = { latitude: 31.2215, longitude: 121.5447 } as const;

export interface Person {
  readonly page: Page;
  /** Errors that the page's own code threw; a test ends with none. */
  readonly failures: string[];
}

/** What every test has: its language's words, the server's clock, a Node client, and new people with a browser each. */
export interface World {
  readonly language: Language;
  /** The server's origin. */
  readonly url: string;
  readonly t: Texts;
  readonly clock: HouseClock;
  readonly clientOf: (app: AppName) => LingongClient;
  readonly person: (options?: BrowserContextOptions) => Promise<Person>;
  /** Clears up after the test, pass or fail, while its pages are still open. */
  readonly atEnd: (clear: () => Promise<unknown>) => void;
}

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const onPhone = phone;

async function open(browser: Browser, options: BrowserContextOptions, failures: string[]): Promise<Person> {
  const context = await browser.newContext({ geolocation: home, permissions: ["geolocation"], ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => failures.push(error.message));
  return { page, failures };
}

export const test = base.extend<{ world: World }>({
  world: async ({ browser, baseURL, contextOptions }, use, info) => {
    if (baseURL === undefined) throw new Error("playwright.config.ts names no baseURL");
    const language: Language = info.project.name === "en" ? "en" : "zh-CN";
    const options: BrowserContextOptions = { ...contextOptions, baseURL, locale: language === "en" ? "en-US" : "zh-CN", timezoneId: "Asia/Shanghai" };
    const people: Person[] = [];
    const clients: LingongClient[] = [];
    const failures: string[] = [];
    const clearings: (() => Promise<unknown>)[] = [];
    const clientOf = (app: AppName): LingongClient => {
      const client = createLingongClient({ url: baseURL, app });
      clients.push(client);
      return client;
    };
    await use({
      language,
      url: baseURL,
      t: texts[language],
      clock: createClock(clientOf("customer")),
      clientOf,
      person: async (more = {}) => {
        const person = await open(browser, { ...options, ...more }, failures);
        people.push(person);
        return person;
      },
      atEnd: (clear) => {
        clearings.push(clear);
      },
    });
    for (const clear of clearings) await clear();
    for (const client of clients) client.close();
    await Promise.all(people.map(({ page }) => page.context().close()));
    if (failures.length > 0) throw new Error(`a page threw:\n${failures.join("\n")}`);
  },
});

export { expect } from "@playwright/test";

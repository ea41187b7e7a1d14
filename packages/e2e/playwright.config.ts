import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";

const root = fileURLToPath(new URL("../../", import.meta.url));
const port = Number(process.env.E2E_PORT ?? 3470);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
// The configuration is read by every worker: the first one's folder is everybody's.
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), "lingong-e2e-"));

const browser = {
  ...devices["Desktop Chrome"],
  launchOptions: {
    executablePath,
    // Without a UTF-8 locale Chromium drops a download's Chinese name.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-quic", "--no-first-run"],
  },
};

/**
 * Journeys whose subject is no language are made in one of the two, shared out evenly: what is not named here is made in both.
 * E2E_BOTH=1 makes all of them in both.
 */
const onlyIn = {
  "zh-CN": ["add-on", "cancel", "dispute", "quote", "rest-block", "taken"],
  en: ["insurance", "money", "regular", "route", "why", "withdrawal"],
} as const;
const leftTo = (language: keyof typeof onlyIn) => (process.env.E2E_BOTH === undefined ? onlyIn[language].map((name) => `**/${name}.spec.ts`) : []);

/** One real server with its own database and gateway; one Chromium, in both languages. */
export default defineConfig({
  testDir: "src",
  // Two runs may go side by side, each with its own port.
  outputDir: `../../.cache/test-results/${port}`,
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // A trace costs a fifth of the runner's time: E2E_TRACE=1 keeps those of what fails.
    trace: process.env.E2E_TRACE === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    // Moving pictures are drawn by the processor here: without them a journey takes a fifth less.
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "Asia/Shanghai",
    actionTimeout: 20_000,
  },
  projects: [
    { name: "zh-CN", testIgnore: leftTo("en"), use: { ...browser, locale: "zh-CN" } },
    { name: "en", testIgnore: leftTo("zh-CN"), use: { ...browser, locale: "en-US" } },
  ],
  webServer: {
    command: `"${process.execPath}" "${join(root, "apps/server/src/main.ts")}"`,
    cwd: root,
    url: `http://127.0.0.1:${port}/healthz`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: String(port),
      GATEWAY_PORT: String(port + 1),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      LINGONG_DATA: process.env.E2E_DATA,
      LOG_LEVEL: "warn",
    },
  },
});

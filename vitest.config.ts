import { defineConfig } from "vitest/config";

/** Packages whose tests talk to a database, a socket or another process. */
const withDatabase = [
  "packages/{db,api,providers}/{src,test}/**/*.test.ts",
  "packages/{client,lab}/test/**/*.test.ts",
  "apps/{server,gateway}/{src,test}/**/*.test.ts",
];

export default defineConfig({
  test: {
    // Many tests wait for a process or a socket: one worker per core, not one less.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "rules",
          include: ["packages/{domain,contracts}/{src,test}/**/*.test.ts", "packages/lab/src/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "screens",
          include: [
            "packages/{ui,client}/src/**/*.test.{ts,tsx}",
            "apps/{customer,worker,admin}/src/**/*.test.{ts,tsx}",
            "apps/worker/service-worker/*.test.ts",
          ],
          environment: "happy-dom",
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "database",
          include: withDatabase,
          globalSetup: ["packages/db/src/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

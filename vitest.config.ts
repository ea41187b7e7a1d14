import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Packages whose tests talk to a database, a socket or another process. */
const withDatabase = [
  "packages/{db,api,providers}/{src,test}/**/*.test.ts",
  "packages/{client,lab}/test/**/*.test.ts",
  "apps/{server,gateway}/{src,test}/**/*.test.ts",
];

/** What takes longest begins first, so that no worker is left alone with it at the end. */
const longest = ["server/test/crash", "server/test/race", "lab/test/storm", "server/test/start", "lab/test/bench", "model-check/random-walk"];

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return place === -1 ? longest.length : place;
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

/** Files of a project that run in one worker share their modules: to load them again for each took more time than the tests of screens. */
const isolate = false;

export default defineConfig({
  test: {
    // The longest tests mostly wait for processes and sockets: one worker more than there are cores.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "rules",
          isolate,
          include: ["packages/{domain,contracts}/{src,test}/**/*.test.ts", "packages/lab/src/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "screens",
          isolate,
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
          isolate,
          include: withDatabase,
          globalSetup: ["packages/db/src/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

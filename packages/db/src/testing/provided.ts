import type {} from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the test cluster: `createTestDatabase(inject("postgresUrl"))`. */
    postgresUrl: string;
  }
}

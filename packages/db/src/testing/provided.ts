import type {} from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** The port of the test cluster: `createTestDatabase(inject("postgresPort"))`. */
    postgresPort: number;
  }
}

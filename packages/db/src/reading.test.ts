import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { readTogether } from "./reading.ts";
import { createTestDatabase, type TestDatabase } from "./testing/index.ts";

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 4 });
});
afterEach(() => test.drop());

const lookup = (text: string, values: unknown[] = []) => readTogether(test.pool, { name: text, text, values });

it("answers each of many lookups of one turn with its own rows", async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => lookup("select $1::int as index, pg_backend_pid() as connection", [index])),
  );
  expect(answers.map(({ rows }) => rows[0].index)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  // Fifty lookups fit four connections, sixteen each.
  expect(new Set(answers.map(({ rows }) => rows[0].connection)).size).toBeLessThanOrEqual(4);
});

it("lets a lookup that fails fail alone, and goes on with the same connection", async () => {
  const answers = await Promise.allSettled([lookup("select 1 as one"), lookup("select 1 / $1::int as nothing", [0]), lookup("select 2 as two")]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const again = await Promise.all([lookup("select 1 as one"), lookup("select 2 as two")]);
  expect(again.map(({ rows }) => rows)).toEqual([[{ one: 1 }], [{ two: 2 }]]);
});

it("tells each lookup when the connection breaks under them, and the next ones are answered", async () => {
  const answers = await Promise.allSettled([
    lookup("select pg_terminate_backend(pg_backend_pid())"),
    lookup("select 1 as one"),
    lookup("select 2 as two"),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect((await Promise.all([lookup("select 1 as one"), lookup("select 2 as two")])).flatMap(({ rows }) => rows)).toEqual([{ one: 1 }, { two: 2 }]);
});

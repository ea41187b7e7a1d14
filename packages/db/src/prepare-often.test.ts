import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./testing/index.ts";

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 1 });
});
afterEach(() => test.drop());

async function preparedTexts(): Promise<string[]> {
  const { rows } = await test.pool.query<{ statement: string }>("select statement from pg_prepared_statements");
  return rows.map(({ statement }) => statement);
}

it("prepares what the query builder sends often, and answers the same before and after", async () => {
  const ask = (id: number) => test.db.selectFrom("relay").select("position").where("position", "<=", id).executeTakeFirst();
  for (let call = 0; call < 20; call += 1) expect(await ask(call)).toEqual({ position: 0 });
  expect(await preparedTexts()).toEqual([]);
  expect(await ask(0)).toEqual({ position: 0 });
  expect(await ask(-1)).toBeUndefined();
  expect(await preparedTexts()).toEqual(['select "position" from "relay" where "position" <= $1']);
});

it("prepares no star: after a migration its columns are others, and the statement goes on", async () => {
  const ask = () => test.db.selectFrom("relay").selectAll().where("position", "=", 0).executeTakeFirst();
  for (let call = 0; call < 30; call += 1) await ask();
  await test.pool.query("alter table relay add column more integer default 7");
  expect(await ask()).toMatchObject({ position: 0, more: 7 });
  expect(await preparedTexts()).toEqual([]);
});

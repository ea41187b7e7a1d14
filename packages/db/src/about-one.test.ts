import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { aboutOne } from "./about-one.ts";
import { createTestDatabase, type TestDatabase } from "./testing/index.ts";

const byIds = { name: "by_ids", text: "select 1 from a where a.id = any ($1::uuid[]) or a.of = any ($1::uuid[]) and b = any ($2::text[])" };

describe("a statement about lists", () => {
  it("is about the one id where a list holds one", () => {
    expect(aboutOne({ ...byIds, values: [["x"], ["y"]] })).toMatchObject({
      text: "select 1 from a where a.id = $1::uuid or a.of = $1::uuid and b = $2::text",
      values: ["x", "y"],
    });
    expect(aboutOne({ ...byIds, values: [["x", "z"], ["y"]] })).toMatchObject({
      text: "select 1 from a where a.id = any ($1::uuid[]) or a.of = any ($1::uuid[]) and b = $2::text",
      values: [["x", "z"], "y"],
    });
  });

  it("has another name for each form it takes", () => {
    const names = [
      [["x"], ["y"]],
      [["x"], ["y", "z"]],
      [["x", "z"], ["y"]],
      [[], []],
    ].map((values) => aboutOne({ ...byIds, values }).name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("stays as it is where a list is empty, or used in another way", () => {
    const unnested = { name: "unnested", text: "select unnest($1::uuid[]) where 'x' = any ($1::uuid[])" };
    for (const statement of [
      { ...byIds, values: [[], ["y", "z"]] },
      { ...unnested, values: [["x"]] },
    ])
      expect(aboutOne(statement)).toEqual(statement);
  });
});

describe("PostgreSQL", () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createTestDatabase(inject("postgresUrl"), { most: 1 });
  });
  afterEach(() => test.drop());

  it("keeps its plan for one id, and answers the same", async () => {
    const id = "00000000-0000-7000-8000-000000000001";
    const statement = { name: "users", text: "select id from users where id = any ($1::uuid[])", values: [[id]] };
    await test.pool.query("insert into users (id, display_name, city_id, created_at) values ($1, 'A', 'shanghai', 0)", [id]);
    for (let call = 0; call < 8; call += 1) expect((await test.pool.query(aboutOne(statement))).rows).toEqual([{ id }]);
    const { rows } = await test.pool.query("select generic_plans, custom_plans from pg_prepared_statements");
    expect(rows).toEqual([{ generic_plans: 3, custom_plans: 5 }]);
  });
});

import { users } from "@lingong/db";
import { categoryOf, cityOf } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoCodes, seedDemo } from "../src/index.ts";
import { demoWorkers } from "../src/seed/demo-people.ts";
import { codeOf, createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.database.drop());

describe("demo people", () => {
  it("are made once, sign in with their fixed code, and workers are verified with what they offer", async () => {
    const services = { ...world.services, demoCodes };
    const accounts = await seedDemo(services);
    expect(await seedDemo(services)).toEqual(accounts);
    expect((await users.search(services.db, { limit: 100 })).total).toBe(accounts.length);
    expect(new Set(accounts.map(({ cityId }) => cityId)).size).toBeGreaterThanOrEqual(3);
    for (const { cityId } of accounts) expect(cityOf(cityId)).not.toBeNull();
    Object.assign(world.services, { demoCodes });
    const worker = accounts.find(({ app }) => app === "worker");
    const door = world.callerFor("worker", null);
    for (let times = 0; times < 12; times += 1) {
      await door.accounts.requestCode({ phone: worker?.phone ?? "" });
      const { me, token } = await door.accounts.signInWithCode({ phone: worker?.phone ?? "", code: worker?.code ?? "", transport: "bearer" });
      expect(me.worker?.verification.state).toBe("verified");
      if (times === 0) expect((await world.callerFor("worker", token).workers.setOnline({ online: true })).held).toBeNull();
    }
    const arbitrators = await users.listAdmins(services.db, "arbitrator");
    expect(arbitrators.length).toBeGreaterThanOrEqual(3);
    const admin = accounts.find(({ app }) => app === "admin");
    await world.callerFor("admin", null).accounts.requestCode({ phone: admin?.phone ?? "" });
    const credentials = { phone: admin?.phone ?? "", password: admin?.password ?? "", code: admin?.code ?? "" };
    expect((await world.callerFor("admin", null).accounts.signInWithPassword({ ...credentials, transport: "bearer" })).me.admin?.roles).toContain(
      "operator",
    );
    expect(await codeOf(world.callerFor("admin", null).accounts.signInWithPassword({ ...credentials, password: "wrong-one-7" }))).toBe(
      "password_wrong",
    );
  });

  it("offer only what the catalogue has, and are refused in production mode", async () => {
    for (const { categories, certified, proven } of demoWorkers) {
      for (const id of categories) expect([id, categoryOf(id) !== null]).toEqual([id, true]);
      for (const id of [...certified, ...proven]) expect(categories).toContain(id);
    }
    await expect(seedDemo({ ...world.services, production: true })).rejects.toThrow("development only");
  });
});

import { credentials, users, verifications } from "@lingong/db";
import { DAY, HOUR, MINUTE, SECOND } from "@lingong/domain";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter, createCallerFactory, crontab, findSession } from "../src/index.ts";
import { codeOf, createWorld, idNumber, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.database.drop());

async function sentCode(phone: string): Promise<string> {
  await world.callerFor("customer", null).accounts.requestCode({ phone });
  return (await world.sms.messages(phone))[0]?.code ?? "";
}

/** Another six digits than these. */
function wrong(code: string): string {
  return code === "000000" ? "111111" : "000000";
}

describe("codes (§9)", () => {
  const anonymous = () => world.callerFor("customer", null);

  it("are sent at most every 60 seconds and ten a day, and never to what is no number", async () => {
    const phone = world.nextPhone();
    const first = await anonymous().accounts.requestCode({ phone });
    expect(first).toMatchObject({ triesLeft: 5, codesLeftToday: 9 });
    expect(first.sentTo).not.toContain(phone);
    expect(await codeOf(anonymous().accounts.requestCode({ phone }))).toBe("code_too_soon");
    for (let sent = 1; sent < 10; sent += 1) {
      world.clock.set(world.clock.now() + 60 * SECOND);
      await anonymous().accounts.requestCode({ phone: `+86 ${phone}` });
    }
    world.clock.set(world.clock.now() + 60 * SECOND);
    expect(await codeOf(anonymous().accounts.requestCode({ phone }))).toBe("code_daily_limit");
    for (const typed of ["", "12345", "+1 415 555 0100", "x".repeat(10_000_000)])
      expect(["phone_invalid", "invalid_input"]).toContain(await codeOf(anonymous().accounts.requestCode({ phone: typed })));
  });

  it("count five tries, expire after five minutes and work once", async () => {
    const phone = world.nextPhone();
    const code = await sentCode(phone);
    for (let tries = 0; tries < 5; tries += 1)
      expect(await codeOf(anonymous().accounts.signInWithCode({ phone, code: wrong(code) }))).toBe("code_wrong");
    expect(await codeOf(anonymous().accounts.signInWithCode({ phone, code }))).toBe("code_too_many_tries");
    world.clock.set(world.clock.now() + 60 * SECOND);
    const second = await sentCode(phone);
    world.clock.set(world.clock.now() + 5 * MINUTE);
    expect(await codeOf(anonymous().accounts.signInWithCode({ phone, code: second }))).toBe("code_expired");
    const third = await sentCode(phone);
    await anonymous().accounts.signInWithCode({ phone, code: ` ${third} `, transport: "bearer" });
    expect(await codeOf(anonymous().accounts.signInWithCode({ phone, code: third }))).toBe("code_expired");
    expect(await codeOf(anonymous().accounts.signInWithCode({ phone: world.nextPhone(), code: third }))).toBe("code_expired");
  });

  it("let one of many at once in, and make one account", async () => {
    const phone = world.nextPhone();
    const code = await sentCode(phone);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(anonymous().accounts.signInWithCode({ phone, code, transport: "bearer" }))),
    );
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
  });

  it("are nowhere in clear: not in the database, not in the log", async () => {
    const phone = world.nextPhone();
    const code = await sentCode(phone);
    const { token } = await anonymous().accounts.signInWithCode({ phone, code, transport: "bearer" });
    const stored = await world.database.pool.query(
      "select row_to_json(p)::text as row from phone_codes p union all select row_to_json(s)::text from sessions s union all select row_to_json(u)::text from users u",
    );
    const text = stored.rows.map(({ row }: { row: string }) => row).join("\n");
    expect(text).not.toContain(phone);
    expect(text).not.toContain(token);
    expect(text).not.toContain(Buffer.from(code).toString("hex"));
    expect(world.logger.lines.join("\n")).not.toContain(phone);
  });
});

describe("sessions", () => {
  it("belong to one app; a cookie of one never counts in another", async () => {
    const person = await world.customer();
    expect(await codeOf(world.callerFor("worker", person.token).accounts.me())).toBe("session_expired");
    expect(await codeOf(world.callerFor("customer", null).accounts.me())).toBe("not_signed_in");
    expect(await codeOf(world.callerFor("customer", "x".repeat(43)).accounts.me())).toBe("session_expired");
    expect(await codeOf(person.api.workers.today())).toBe("wrong_role");
    expect(await codeOf(person.api.admin.trialBalance())).toBe("wrong_role");
  });

  it("come as a cookie for browsers", async () => {
    const phone = world.nextPhone();
    const code = await sentCode(phone);
    const context = await world.contextFor("customer", null);
    const { token } = await createCallerFactory(appRouter)(context).accounts.signInWithCode({ phone, code });
    expect(token).toBeNull();
    const cookie = context.written.get("lingong_customer");
    expect(cookie).toMatch(/^[\w-]{43}$/);
    const next = await world.contextFor("customer", null, { lingong_customer: cookie ?? "" });
    expect(next.session?.app).toBe("customer");
    const other = await world.contextFor("worker", null, { lingong_customer: cookie ?? "" });
    expect(other.session).toBeNull();
  });

  it("are listed, ended one by one, and everywhere at once", async () => {
    const phone = world.nextPhone();
    const first = await world.signIn("customer", phone);
    world.clock.set(world.clock.now() + MINUTE);
    const second = await world.signIn("customer", phone);
    const list = await second.api.accounts.sessions();
    expect(list.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = list.find(({ current }) => !current);
    const stranger = await world.customer();
    expect(await codeOf(stranger.api.accounts.revokeSession({ sessionId: other?.id ?? "" }))).toBe("not_found");
    await second.api.accounts.revokeSession({ sessionId: other?.id ?? "" });
    expect(await codeOf(first.api.accounts.me())).toBe("session_expired");
    await second.api.accounts.signOutEverywhere();
    expect(await codeOf(second.api.accounts.me())).toBe("session_expired");
    expect(await findSession(world.services, second.token)).toBeNull();
    const hints = await world.relay();
    expect(hints.filter(({ kind }) => kind === "session").length).toBeGreaterThanOrEqual(2);
  });

  it("remember when they were last used, written by a job", async () => {
    const person = await world.customer();
    await person.api.accounts.me();
    world.clock.set(world.clock.now() + HOUR);
    await person.api.accounts.me();
    await crontab.find(({ name }) => name === "sessions-seen")?.run(world.services);
    expect(Date.parse((await person.api.accounts.sessions())[0]?.lastSeenAt ?? "")).toBe(world.clock.now());
  });

  it("end by time", async () => {
    const person = await world.customer();
    world.clock.set(world.clock.now() + 30 * DAY);
    expect(await codeOf(person.api.accounts.me())).toBe("session_expired");
  });
});

describe("passwords", () => {
  it("are set, asked for at a change, and end other sessions", async () => {
    const phone = world.nextPhone();
    const person = await world.signIn("customer", phone);
    expect(await codeOf(person.api.accounts.setPassword({ password: "12345678" }))).toBe("password_weak");
    expect(await codeOf(person.api.accounts.setPassword({ password: `a${phone}` }))).toBe("password_weak");
    await person.api.accounts.setPassword({ password: "correct horse 7" });
    const anonymous = world.callerFor("customer", null);
    const { token } = await anonymous.accounts.signInWithPassword({ phone, password: "correct horse 7", transport: "bearer" });
    expect(await codeOf(anonymous.accounts.signInWithPassword({ phone, password: "correct horse 8" }))).toBe("password_wrong");
    expect(await codeOf(anonymous.accounts.signInWithPassword({ phone: world.nextPhone(), password: "correct horse 7" }))).toBe("password_wrong");
    expect(await codeOf(person.api.accounts.setPassword({ password: "another horse 9" }))).toBe("password_wrong");
    await person.api.accounts.setPassword({ password: "another horse 9", currentPassword: "correct horse 7" });
    expect(await codeOf(world.callerFor("customer", token).accounts.me())).toBe("session_expired");
    expect((await person.api.accounts.me()).hasPassword).toBe(true);
  });
});

describe("admins", () => {
  it("need password and second factor; a code of theirs counts once", async () => {
    const phone = world.nextPhone();
    const person = await world.signIn("customer", phone);
    await person.api.accounts.setPassword({ password: "correct horse 7" });
    const admin = world.callerFor("admin", null);
    expect(await codeOf(admin.accounts.signInWithPassword({ phone, password: "correct horse 7", code: "1" }))).toBe("wrong_role");
    await users.update(world.services.db, person.id, { adminRoles: ["operator"] });
    world.clock.set(world.clock.now() + MINUTE);
    const code = await sentCode(phone);
    expect(await codeOf(admin.accounts.signInWithCode({ phone, code }))).toBe("wrong_role");
    expect(await codeOf(admin.accounts.signInWithPassword({ phone, password: "correct horse 7" }))).toBe("code_wrong");
    const { me, token } = await admin.accounts.signInWithPassword({ phone, password: "correct horse 7", code, transport: "bearer" });
    expect(me.admin?.roles).toEqual(["operator"]);
    expect((await world.callerFor("admin", token).admin.trialBalance()).sumFen).toBe(0);

    const secret = new Secret({ size: 20 });
    const { services } = world;
    const wrapped = await users.findKey(services.db, person.id);
    const secretCipher = services.secrets.seal(wrapped ?? new Uint8Array(), "second-factor", secret.base32);
    await credentials.setSecondFactor(services.db, { userId: person.id, secretCipher, confirmedAt: services.clock.now() });
    const totp = new TOTP({ secret }).generate({ timestamp: services.clock.now() });
    await admin.accounts.signInWithPassword({ phone, password: "correct horse 7", code: totp, transport: "bearer" });
    expect(await codeOf(admin.accounts.signInWithPassword({ phone, password: "correct horse 7", code: totp }))).toBe("code_wrong");
  });
});

describe("registering as a worker (§9)", () => {
  it("checks the number, keeps it sealed, and is verified by a job", async () => {
    const person = await world.signIn("worker", world.nextPhone());
    const base = {
      realName: "吴立新",
      consent: true as const,
      kind: "individual" as const,
      categoryIds: ["electrician", "daily_cleaning"],
      tags: ["kitchen", "no_such_tag"],
    };
    expect(await codeOf(person.api.accounts.registerWorker({ ...base, idNumber: "110105194912310021" }))).toBe("identity_number_invalid");
    expect(await codeOf(person.api.accounts.registerWorker({ ...base, idNumber: idNumber(1), categoryIds: ["no_such"] }))).toBe("not_found");
    const number = idNumber(777);
    const me = await person.api.accounts.registerWorker({ ...base, idNumber: number });
    expect(me.worker).toMatchObject({ verification: { state: "pending" }, tags: ["kitchen"], realNameMasked: "吴**" });
    expect(me.worker?.idNumberMasked).not.toBe(number);
    expect(me.worker?.qualifications).toContainEqual(expect.objectContaining({ categoryId: "electrician", state: "certificate_missing" }));
    expect(await codeOf(person.api.workers.setOnline({ online: true }))).toBe("excluded_unverified");
    expect(await codeOf(person.api.accounts.registerWorker({ ...base, idNumber: number }))).toBe("identity_pending");
    await world.relay();
    expect((await person.api.accounts.me()).worker?.verification.state).toBe("verified");
    expect((await person.api.workers.setOnline({ online: true })).online).toBe(true);

    const twin = await world.signIn("worker", world.nextPhone());
    expect(await codeOf(twin.api.accounts.registerWorker({ ...base, idNumber: number }))).toBe("identity_taken");
    const rows = await world.database.pool.query("select row_to_json(v)::text as row from verifications v");
    expect(rows.rows.map(({ row }: { row: string }) => row).join()).not.toContain(number);
    expect(world.logger.lines.join()).not.toContain(number);
  });

  it("may be handed in again after a refusal that names the field", async () => {
    const person = await world.signIn("worker", world.nextPhone());
    world.identity.refused.add("张三");
    const base = { realName: "张三", idNumber: idNumber(888), consent: true as const, kind: "team" as const, categoryIds: ["moving"], tags: [] };
    await person.api.accounts.registerWorker(base);
    await world.relay();
    const refused = (await person.api.accounts.me()).worker;
    expect(refused).toMatchObject({ crewSize: 2, verification: { state: "refused", refusedField: "realName" } });
    await person.api.accounts.registerWorker({ ...base, realName: "张珊" });
    await world.relay();
    expect((await verifications.findLatest(world.services.db, person.id))?.state).toBe("verified");
    expect((await person.api.notifications.list({})).items.map(({ kind }) => kind)).toEqual(["identity_verified", "identity_refused"]);
  });

  it("belongs to the worker app", async () => {
    const person = await world.customer();
    const input = {
      realName: "某人",
      idNumber: idNumber(999),
      consent: true as const,
      kind: "individual" as const,
      categoryIds: ["moving"],
      tags: [],
    };
    expect(await codeOf(person.api.accounts.registerWorker(input))).toBe("wrong_role");
  });
});

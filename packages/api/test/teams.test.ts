import { DAY, HOUR, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCalendarFeed } from "../src/index.ts";
import { codeOf, createWorld, idNumber, key, morning, type Person, place, type World } from "./world.ts";

let world: World;
let customer: Person;
let team: Person;
let wang: Person;
let li: Person;
/** The team's code. */
let kept: string;

const at = (days: number, hours: number) => new Date(morning + days * DAY + hours * HOUR).toISOString();

/** A verified team of four. */
async function makeTeam(seed: number): Promise<Person> {
  const person = await world.signIn("worker", world.nextPhone());
  await person.api.accounts.registerWorker({
    realName: "强盛班组",
    idNumber: idNumber(seed),
    consent: true,
    kind: "team",
    crewSize: 4,
    categoryIds: ["daily_cleaning"],
    tags: [],
    home: place,
    radiusKm: 20,
  });
  await world.relay();
  return person;
}

async function invite(): Promise<string> {
  const view = await team.api.teams.renewCode({ idempotencyKey: key() });
  return view.kind === "team" ? (view.code?.code ?? "") : "";
}

/** An order for two people that the team has, nobody else being asked. */
async function teamOrder(startsAt: string, by: Person = team): Promise<string> {
  await world.services.db.updateTable("workers").set({ online: false }).execute();
  await by.api.workers.setOnline({ online: true, position: place });
  return world.acceptedOrder(customer, by, { startsAt, bookedMinutes: 120, headcount: 2 });
}

const send = (orderId: string, ...members: readonly Person[]) =>
  world.act(team, orderId, { type: "assignCrew", memberIds: members.map(({ id }) => id) });
const daysOf = async (person: Person, day: string) => (await person.api.schedule.calendar({ from: day, days: 1 })).days[0]?.blocks ?? [];
const told = async (person: Person) => (await person.api.notifications.list({})).items.map(({ kind }) => kind);

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  team = await makeTeam(7_001);
  wang = await world.worker({ name: "王强", online: false });
  li = await world.worker({ name: "李娜", online: false });
});
afterAll(() => world.database.drop());

describe("a team and its members", () => {
  it("come together by a code that lasts seven days; the one before is dead, and a person is in one team at a time", async () => {
    const first = await invite();
    const code = await invite();
    kept = code;
    expect(await codeOf(wang.api.teams.invitation({ code: first }))).toBe("team_invitation_invalid");
    const spelled = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect(await wang.api.teams.invitation({ code: spelled })).toMatchObject({ id: team.id, name: "强盛班组", members: 0 });
    const again = { idempotencyKey: key(), code: spelled };
    expect(await wang.api.teams.join(again)).toMatchObject({ kind: "individual", team: { id: team.id, members: 1, booked: false } });
    expect(await wang.api.teams.join(again)).toMatchObject({ kind: "individual", team: { members: 1 } });
    await li.api.teams.join({ idempotencyKey: key(), code });
    expect(await team.api.teams.mine()).toMatchObject({
      kind: "team",
      code: { code },
      members: [
        { id: wang.id, name: "王强", verified: true, categories: [{ categoryId: "daily_cleaning", certified: false }], booked: false },
        { id: li.id, name: "李娜" },
      ],
    });
    const other = await makeTeam(7_002);
    const theirs = await other.api.teams.renewCode({ idempotencyKey: key() });
    const join = { idempotencyKey: key(), code: theirs.kind === "team" ? (theirs.code?.code ?? "") : "" };
    expect(await codeOf(wang.api.teams.join(join))).toBe("team_already_joined");
    expect(await codeOf(team.api.teams.join({ ...join, idempotencyKey: key() }))).toBe("team_for_individuals");
    expect(await codeOf(li.api.teams.renewCode({ idempotencyKey: key() }))).toBe("not_a_team");
    expect(await codeOf(other.api.teams.remove({ idempotencyKey: key(), memberId: wang.id }))).toBe("not_found");
    expect(await codeOf(customer.api.teams.mine())).toBe("wrong_role");
    const unverified = await world.signIn("worker", world.nextPhone());
    world.identity.refused.add("赵六");
    await world.register(unverified, "赵六");
    await world.relay();
    expect(await codeOf(unverified.api.teams.join({ ...join, idempotencyKey: key() }))).toBe("excluded_unverified");
  });
});

describe("who goes to a team's order", () => {
  it("is named by the team, kept free of other work, told, shown to the customer, and free again when it is cancelled", async () => {
    const orderId = await teamOrder(at(2, 5));
    expect((await team.api.orders.get({ orderId })).actions.map(({ command }) => command)).toContain("assignCrew");
    expect(await team.api.teams.crew({ orderId })).toMatchObject({
      most: 2,
      members: [
        { id: wang.id, named: false, exclusion: null },
        { id: li.id, exclusion: null },
      ],
    });
    expect(await codeOf(send(orderId, customer))).toBe("crew_not_member");
    expect(await codeOf(world.act(wang, orderId, { type: "assignCrew", memberIds: [] }))).toBe("not_yours");
    expect(await codeOf(wang.api.teams.crew({ orderId }))).toBe("not_yours");
    const sent = await send(orderId, wang, li);
    expect(sent.order.crew).toEqual([
      { id: wang.id, name: "王强" },
      { id: li.id, name: "李娜" },
    ]);
    expect((await customer.api.orders.get({ orderId })).crew.map(({ name }) => name)).toEqual(["王", "李"]);
    expect(await daysOf(wang, "2026-11-05")).toMatchObject([
      { kind: "buffer" },
      { kind: "crew", orderId, teamName: "强盛班组", title: "联洋年华 12 号楼 1202", from: at(2, 5), to: at(2, 7) },
    ]);
    expect(await told(li)).toContain("crew_assigned");
    const { address } = await li.api.schedule.renewFeed({ idempotencyKey: key() });
    const feed = await readCalendarFeed(world.services, /([\w-]{43})\.ics$/.exec(address ?? "")?.[1] ?? "");
    expect(feed?.replaceAll(/\r?\n /g, "")).toContain("强盛班组派您去");
    expect((await li.api.schedule.route()).stops).toEqual([]);
    // Nothing else is offered for the same hours, and they stay in the team while they are down for it.
    const own = await world.paidOrder(customer, { startsAt: at(2, 6), bookedMinutes: 120 });
    await wang.api.workers.setOnline({ online: true, position: place });
    await world.dispatch();
    expect(await wang.api.offers.open()).toEqual([]);
    expect(await codeOf(wang.api.teams.leave({ idempotencyKey: key() }))).toBe("team_member_booked");
    expect(await codeOf(team.api.teams.remove({ idempotencyKey: key(), memberId: li.id }))).toBe("team_member_booked");
    await world.act(customer, orderId, { type: "cancel", reason: "plans changed" });
    expect((await daysOf(wang, "2026-11-05")).map(({ kind }) => kind)).toEqual([]);
    expect(await told(wang)).toContain("crew_released");
    await world.act(customer, own, { type: "cancel", reason: "done" });
  });

  it("is refused by name for what else they have to do, and for their rest", async () => {
    const orderId = await teamOrder(at(4, 2));
    await wang.api.workers.addRestBlock({ id: key(), from: at(4, 3), to: at(4, 6) });
    await expect(send(orderId, li, wang)).rejects.toMatchObject({
      cause: { error: { code: "crew_member_unfit", details: { memberId: wang.id, exclusion: "excluded_resting" } } },
    });
    expect((await team.api.teams.crew({ orderId })).members.map(({ exclusion }) => exclusion)).toEqual(["excluded_resting", null]);
    await send(orderId, li);
    // Another start is judged on the calendars of all who go.
    await li.api.workers.addRestBlock({ id: key(), from: at(5, 2), to: at(5, 6) });
    expect(await codeOf(world.act(customer, orderId, { type: "proposeReschedule", startsAt: at(5, 3) }))).toBe("worker_not_free");
    expect(await codeOf(world.act(team, orderId, { type: "proposeReschedule", startsAt: at(5, 3) }))).toBe("crew_member_unfit");
    await world.act(customer, orderId, { type: "proposeReschedule", startsAt: at(6, 3) });
    await world.act(team, orderId, { type: "agreeReschedule" });
    expect(await told(li)).toContain("crew_time_changed");
    expect((await daysOf(li, "2026-11-07")).length).toBe(0);
    expect((await daysOf(li, "2026-11-09")).map(({ kind }) => kind)).toEqual(["buffer", "crew"]);
    // Taken off, they may leave; the team goes on.
    await send(orderId);
    expect(await li.api.teams.leave({ idempotencyKey: key() })).toEqual({ kind: "individual", team: null });
    expect(await codeOf(send(orderId, li))).toBe("crew_not_member");
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
  });

  it("goes to the end of the order: worked hours count for rest, the team is paid", async () => {
    await world.services.db.deleteFrom("rest_blocks").execute();
    const orderId = await teamOrder(at(8, 2));
    await send(orderId, wang);
    // Seven days after it was made the code is dead.
    expect(await team.api.teams.mine()).toMatchObject({ code: { expiresAt: at(7, 0) } });
    await world.advanceTo(morning + 8 * DAY + 2 * HOUR - 30 * MINUTE);
    await world.act(team, orderId, { type: "depart" });
    await world.advanceTo(morning + 8 * DAY + 2 * HOUR);
    await world.act(team, orderId, { type: "arrive", position: place, headcount: 2 });
    await world.act(team, orderId, { type: "start", headcount: 2 });
    await world.advanceTo(morning + 8 * DAY + 4 * HOUR);
    await world.act(team, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    const { order } = await world.act(customer, orderId, { type: "confirm" });
    expect(order.state).toBe("completed");
    expect(order.money.workerNetFen).toBe(2 * 2 * 5_000 - order.money.commissionFen);
    const worked = await world.services.db.selectFrom("worked").select("worker_id").where("order_id", "=", orderId).execute();
    expect(worked.map(({ worker_id }) => worker_id).sort()).toEqual([team.id, wang.id].sort());
    expect((await told(wang)).filter((kind) => kind === "crew_released")).toHaveLength(1);
    expect(await wang.api.teams.leave({ idempotencyKey: key() })).toEqual({ kind: "individual", team: null });
    expect(await team.api.teams.mine()).toMatchObject({ code: null });
    expect(await codeOf(wang.api.teams.join({ idempotencyKey: key(), code: kept }))).toBe("team_invitation_invalid");
  });
});

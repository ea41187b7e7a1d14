import { users } from "@lingong/db";
import { MINUTE } from "@lingong/domain";
import type { Person, World } from "./world.ts";

const password = "correct horse 7";

/** An admin with these roles, signed in with password and code. Sessions of admins are short: after a day, sign in again. */
export async function createAdmin(world: World, roles: readonly string[]): Promise<Person> {
  const phone = world.nextPhone();
  const person = await world.signIn("customer", phone);
  await person.api.accounts.setPassword({ password });
  await users.update(world.services.db, person.id, { adminRoles: roles });
  return signInAgain(world, person);
}

export async function signInAgain(world: World, { id, phone }: Pick<Person, "id" | "phone">): Promise<Person> {
  await world.advanceTo(world.clock.now() + MINUTE);
  const anonymous = world.callerFor("admin", null);
  await anonymous.accounts.requestCode({ phone });
  const code = (await world.sms.messages(phone))[0]?.code ?? "";
  const { token } = await anonymous.accounts.signInWithPassword({ phone, password, code, transport: "bearer" });
  if (token === null) throw new Error("no token");
  return { id, phone, token, api: world.callerFor("admin", token) };
}

import type { SetPasswordInput } from "@lingong/contracts";
import { credentials, sessions, users } from "@lingong/db";
import { checkPassword, defaultPolicy } from "@lingong/domain";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { hashPassword, passwordMatches } from "./password.ts";
import { openSealed } from "./people.ts";
import { sessionsChanged } from "./sessions.ts";

/** Sets or changes the password; a change asks for the present one and ends the person's other sessions. */
export async function setPassword({ services, session }: Signed, input: SetPasswordInput): Promise<{ done: true }> {
  const { userId } = session;
  const user = found(await users.findById(services.db, userId));
  const phone = await openSealed(services, userId, "phone", user.phoneCipher);
  unwrap(checkPassword(input.password, { least: defaultPolicy.access.passwordLeast, phone }));
  const present = await credentials.findPasswordHash(services.db, userId);
  if (present !== null && !(await passwordMatches(present, input.currentPassword ?? ""))) fail("password_wrong");
  const now = services.clock.now();
  await credentials.setPasswordHash(services.db, { userId, hash: await hashPassword(input.password), now });
  if (present !== null) {
    await sessions.revoke(services.db, { userId, exceptSessionId: session.sessionId }, now);
    await sessionsChanged(services, userId);
  }
  return { done: true };
}

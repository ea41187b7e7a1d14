import type { AdvanceClockInput, AdvanceClockOutput, DemoAccountView, InboxInput, InboxMessage } from "@lingong/contracts";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import { demoAccounts } from "../seed/seed-demo.ts";

function developmentOf(services: Services) {
  return services.development ?? fail("not_found");
}

/** Moves the one clock forward; what falls due on the way fires in its order. The past is not reachable. */
export async function advanceClock(services: Services, input: AdvanceClockInput): Promise<AdvanceClockOutput> {
  const { advanceTo } = developmentOf(services);
  const target = "byMs" in input ? services.clock.now() + input.byMs : Date.parse(input.to);
  const fired = await advanceTo(target);
  return { now: iso(services.clock.now()), fired };
}

/** What the development SMS provider would have sent, newest first. */
export async function readInbox(services: Services, { phone }: InboxInput): Promise<InboxMessage[]> {
  const to = phone === undefined || phone.startsWith("+") ? phone : `+86${phone}`;
  const messages = await developmentOf(services).inbox.messages(to);
  return messages.map(({ id, to, text, code, at }) => ({ id, phone: to, text, code, at: iso(at) }));
}

/** The seeded people, with their fixed codes. */
export function listDemoAccounts(services: Services): DemoAccountView[] {
  developmentOf(services);
  return demoAccounts().map((account) => ({
    ...account,
    about: [...account.about],
    categoryIds: [...account.categoryIds],
    provenIds: [...account.provenIds],
  }));
}

import type { BindAccountInput, PayoutAccountView, RemoveAccountInput } from "@lingong/contracts";
import { leaveHints, type PayoutAccount, wallet } from "@lingong/db";
import { maskCard, parseCardNumber } from "@lingong/domain";
import { personKey } from "../accounts/people.ts";
import { fail, unwrap } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";

export function accountView(account: PayoutAccount): PayoutAccountView {
  return { id: account.id, kind: account.kind, institution: account.institution, numberMasked: account.masked, boundAt: iso(account.createdAt) };
}

export async function listAccounts({ services, session }: Signed): Promise<PayoutAccountView[]> {
  return (await wallet.listPayoutAccounts(services.db, session.userId)).map(accountView);
}

/** An e-wallet's account: a phone number, an e-mail address or a name, never longer than what is shown of it hides. */
function readNumber({ kind, number }: BindAccountInput): { readonly number: string; readonly masked: string } {
  if (kind === "bank_card") {
    const card = unwrap(parseCardNumber(number));
    return { number: card, masked: maskCard(card) };
  }
  const account = number.normalize("NFKC");
  return { number: account, masked: `${account.slice(0, 3)}****${account.slice(-2)}` };
}

/** Binds a card or e-wallet: encrypted, known again by a keyed hash, shown masked (§9). */
export async function bindAccount({ services, session }: Signed, input: BindAccountInput): Promise<PayoutAccountView> {
  const { userId } = session;
  const { number, masked } = readNumber(input);
  const key = await personKey(services, userId);
  const { secrets } = services;
  return onlyOnce(
    services,
    requestOf(services.secrets, userId, input.idempotencyKey, { bindAccount: { kind: input.kind, number, holderName: input.holderName } }, null),
    async (transaction) => {
      const now = services.clock.now();
      const account = await wallet.bindPayoutAccount(transaction, {
        workerId: userId,
        kind: input.kind,
        institution: input.institution,
        holderCipher: secrets.seal(key, "payout-holder", input.holderName),
        numberCipher: secrets.seal(key, "payout-number", number),
        numberHash: secrets.keyedHash("payout-number", number),
        masked,
        now,
      });
      await leaveHints(transaction, [{ rooms: [`user:${userId}`], kind: "wallet", subjectId: account.id, version: null, data: null }], now);
      return accountView(account);
    },
  );
}

export async function removeAccount({ services, session }: Signed, { accountId }: RemoveAccountInput): Promise<{ done: true }> {
  const removed = await wallet.removePayoutAccount(services.db, { id: accountId, workerId: session.userId, now: services.clock.now() });
  return removed ? { done: true } : fail("not_found");
}

import type { BindAccountInput, PayoutAccountView, RemoveAccountInput } from "@lingong/contracts";
import { leaveHints, type PayoutAccount, verifications, wallet } from "@lingong/db";
import { eWalletOf, isSameHolder, maskCard, maskWalletAccount, parseCardNumber, parseWalletAccount } from "@lingong/domain";
import { openSealed, personKey } from "../accounts/people.ts";
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

interface ReadAccount {
  readonly institution: string;
  readonly number: string;
  readonly masked: string;
  /** What makes it one account: the same mobile number may have one with each e-wallet. */
  readonly identity: string;
}

function readAccount({ kind, institution, number }: BindAccountInput): ReadAccount {
  if (kind === "bank_card") {
    const card = unwrap(parseCardNumber(number));
    return { institution, number: card, masked: maskCard(card), identity: card };
  }
  const eWallet = eWalletOf(institution) ?? fail("invalid_input", { field: "institution" }, "institution");
  const account = unwrap(parseWalletAccount(eWallet, number));
  return { institution: eWallet, number: account, masked: maskWalletAccount(account), identity: `${eWallet}:${account}` };
}

/** Money goes to the worker's own account only: its holder is whom the real-name check names (§9). @throws `account_holder_differs` */
async function ownHolder({ services, session }: Signed, holderName: string): Promise<void> {
  const latest = await verifications.findLatest(services.db, session.userId);
  const valid = latest?.state === "pending" || latest?.state === "verified" ? latest : null;
  const realName = await openSealed(services, session.userId, "real-name", valid?.realNameCipher ?? null);
  if (realName === null || !isSameHolder(holderName, realName)) fail("account_holder_differs");
}

/** Binds a card or e-wallet of the worker's own: encrypted, known again by a keyed hash, shown masked (§9). */
export async function bindAccount(ctx: Signed, input: BindAccountInput): Promise<PayoutAccountView> {
  const { services, session } = ctx;
  const { userId } = session;
  const { institution, number, masked, identity } = readAccount(input);
  await ownHolder(ctx, input.holderName);
  const key = await personKey(services, userId);
  const { secrets } = services;
  return onlyOnce(
    services,
    requestOf(services.secrets, userId, input.idempotencyKey, { bindAccount: { kind: input.kind, identity, holderName: input.holderName } }, null),
    async (transaction) => {
      const now = services.clock.now();
      const account = await wallet.bindPayoutAccount(transaction, {
        workerId: userId,
        kind: input.kind,
        institution,
        holderCipher: secrets.seal(key, "payout-holder", input.holderName),
        numberCipher: secrets.seal(key, "payout-number", number),
        numberHash: secrets.keyedHash("payout-number", identity),
        masked,
        now,
      });
      if (account === "taken") return fail("account_taken");
      await leaveHints(transaction, [{ rooms: [`user:${userId}`], kind: "wallet", subjectId: account.id, version: null, data: null }], now);
      return accountView(account);
    },
  );
}

export async function removeAccount({ services, session }: Signed, { accountId }: RemoveAccountInput): Promise<{ done: true }> {
  const removed = await wallet.removePayoutAccount(services.db, { id: accountId, workerId: session.userId, now: services.clock.now() });
  return removed ? { done: true } : fail("not_found");
}

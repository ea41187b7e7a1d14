import { ok, type Result, refuse } from "../kernel/result.ts";
import { isMobileNumber, maskPhone } from "./numbers.ts";

/** The e-wallets money may be paid out to (§9). */
export const eWallets = ["alipay", "wechat"] as const;
export type EWallet = (typeof eWallets)[number];

const walletNames: ReadonlyMap<string, EWallet> = new Map([
  ["alipay", "alipay"],
  ["支付宝", "alipay"],
  ["wechat", "wechat"],
  ["微信", "wechat"],
  ["微信支付", "wechat"],
]);

/** The e-wallet that a text names, by its key or as people write it; null: none we know. */
export function eWalletOf(text: string): EWallet | null {
  return walletNames.get(text.normalize("NFKC").trim().toLowerCase()) ?? null;
}

const mail = /^[a-z0-9][a-z0-9._+-]{0,40}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const wechatId = /^[a-z][a-z0-9_-]{5,19}$/;

/**
 * Reads the account of an e-wallet in its one written form: a mobile number, else an e-mail address (Alipay) or a WeChat ID.
 * Errors: account_invalid.
 */
export function parseWalletAccount(wallet: EWallet, text: string): Result<string> {
  const account = text.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
  const other = wallet === "alipay" ? mail : wechatId;
  return isMobileNumber(account) || (account.length <= 64 && other.test(account)) ? ok(account) : refuse("account_invalid");
}

/** What is shown of an e-wallet's account: `138****5678`, `ab****@mail.cn`, `li****`; never more than two letters of a name. */
export function maskWalletAccount(account: string): string {
  if (isMobileNumber(account)) return maskPhone(account);
  const at = account.indexOf("@");
  if (at < 0) return `${account.slice(0, 2)}****`;
  return `${account.slice(0, Math.min(2, at - 1))}****${account.slice(at)}`;
}

/** Whether two names are one person's: spaces, the dots between parts, width and case do not count. */
export function isSameHolder(given: string, realName: string): boolean {
  const plain = (name: string) =>
    name
      .normalize("NFKC")
      .replaceAll(/[\s·•・.]/g, "")
      .toLowerCase();
  return plain(given) !== "" && plain(given) === plain(realName);
}

import { expect, test } from "vitest";
import { eWalletOf, isSameHolder, maskWalletAccount, parseWalletAccount } from "./payout-account.ts";

test.each([
  ["alipay", "138 0013 8000", "13800138000", "138****8000"],
  ["alipay", "Zhou.Gui@Example.CN", "zhou.gui@example.cn", "zh****@example.cn"],
  ["alipay", "a@b.cn", "a@b.cn", "****@b.cn"],
  ["wechat", "Zhou_Guifang", "zhou_guifang", "zh****"],
  ["wechat", "１３８００１３８０００", "13800138000", "138****8000"],
] as const)("an account of %s, %s, is read and masked", (wallet, typed, account, masked) => {
  expect(parseWalletAccount(wallet, typed)).toEqual({ ok: true, value: account });
  expect(maskWalletAccount(account)).toBe(masked);
});

test.each([
  ["alipay", "zhou_guifang"],
  ["alipay", "@b.cn"],
  ["alipay", "=1+1@b.cn"],
  ["wechat", "zhou@example.cn"],
  ["wechat", "1234567"],
  ["wechat", "周桂芳的微信"],
  ["alipay", ""],
] as const)("what is no account of %s is refused: %s", (wallet, typed) => {
  expect(parseWalletAccount(wallet, typed)).toMatchObject({ error: { code: "account_invalid" } });
});

test("a wallet is known by its key or its name, and nothing else", () => {
  expect(["alipay", "支付宝", "WeChat", "微信支付", "PayPal", "constructor"].map(eWalletOf)).toEqual([
    "alipay",
    "alipay",
    "wechat",
    "wechat",
    null,
    null,
  ]);
});

test("one person's name may be written in several ways; another's is another's", () => {
  expect(isSameHolder("周 桂芳", "周桂芳")).toBe(true);
  expect(isSameHolder("阿依古丽·买买提", "阿依古丽•买买提")).toBe(true);
  expect(isSameHolder("Anna Müller", "ANNA MÜLLER")).toBe(true);
  expect(isSameHolder("周桂芬", "周桂芳")).toBe(false);
  expect(isSameHolder("  ", "·")).toBe(false);
});

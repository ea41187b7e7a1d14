import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardMessage } from "./chat-guard.ts";
import { passesLuhn } from "./numbers.ts";

describe("numbers in chat (§9)", () => {
  test.each([
    ["我的电话13800138000，到了打给我", "mobile_number", "我的电话***********，到了打给我"],
    ["138 0013 8000", "mobile_number", "*** **** ****"],
    ["１３８００１３８０００", "mobile_number", "***********"],
    ["一三八零零一三八零零零", "mobile_number", "***********"],
    ["幺三八〇〇幺三八〇〇〇", "mobile_number", "***********"],
    ["1三8零0１3八000", "mobile_number", "***********"],
    ["1-3-8-0-0-1-3-8-0-0-0", "mobile_number", "*-*-*-*-*-*-*-*-*-*-*"],
    ["①③⑧00①③⑧000", "mobile_number", "***********"],
    ["1\u200b38\u200b0013\u200b8000", "mobile_number", "*\u200b**\u200b****\u200b****"],
    ["+86 13800138000", "mobile_number", "+** ***********"],
    ["call 8613800138000 now", "mobile_number", "call ************* now"],
    ["卡号 6225 7600 0821 9524", "card_number", "卡号 **** **** **** ****"],
    ["六二二五七六零零零八二一九五二四", "card_number", "****************"],
    ["身份证11010519491231002X", "identity_number", "身份证******************"],
    ["110105 19491231 002x。", "identity_number", "****** ******** ****。"],
    ["１１０１０５１９４９１２３１００２Ｘ", "identity_number", "******************"],
  ])("%s holds a %s", (text, kind, masked) => {
    const guarded = guardMessage(text);
    expect(guarded.numbers.map((number) => number.kind)).toEqual([kind]);
    expect(guarded.text).toBe(masked);
    expect(guarded.warns).toBe(true);
    expect(guarded.withheld).toBe(false);
  });

  test("several numbers in one message are each masked", () => {
    expect(guardMessage("13800138000 或 6225760008219524").text).toBe("*********** 或 ****************");
  });

  test.each([
    "明天14:00到，3室2厅，89平",
    "订单 20261122001，门牌 1203",
    "总共 150.00 元，3 小时",
    "2026-03-17 14:00-17:00",
    "一共三四个房间，两个卫生间",
    "电表 12345678901",
    "110105194912310021",
    "好的，五分钟到",
  ])("%s is left as it is", (text) => {
    expect(guardMessage(text)).toEqual({ text, numbers: [], phrases: [], withheld: false, warns: false });
  });

  test("no full card or mobile number survives, however it is spaced and dressed", () => {
    const dress = (digit: string, style: number): string =>
      [digit, String.fromCodePoint(0xff10 + Number(digit)), "零一二三四五六七八九"[Number(digit)] ?? ""][style] ?? digit;
    const mobile = fc.tuple(fc.constantFrom("3", "5", "7", "8", "9"), fc.stringMatching(/^\d{9}$/)).map(([second, rest]) => `1${second}${rest}`);
    fc.assert(
      fc.property(mobile, fc.array(fc.nat(2), { minLength: 11, maxLength: 11 }), fc.constantFrom("", " ", "-", "·", "  "), (number, styles, gap) => {
        const text = [...number].map((digit, index) => dress(digit, styles[index] ?? 0)).join(gap);
        expect(guardMessage(`a${text}b`).text.replaceAll(gap === "" ? "\u0000" : gap, "")).toBe(`a${"*".repeat(11)}b`);
      }),
    );
  });

  test("a card number is found by its check digit alone", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-9]\d{15}$/), (digits) => {
        expect(guardMessage(digits).numbers.some((number) => number.kind === "card_number")).toBe(passesLuhn(digits));
      }),
    );
  });
});

describe("what a message says (§9)", () => {
  test.each([
    ["把验证码发我一下", "code_request"],
    ["麻烦告诉我你收到的验 证 码", "code_request"],
    ["验.证.码是多少？", "code_request"],
    ["please send me the verification code", "code_request"],
    ["What is the SMS code you got?", "code_request"],
    ["加我微信转账吧，便宜点", "outside_payment"],
    ["私下转给我就行", "outside_payment"],
    ["我们不走平台", "outside_payment"],
    ["现金给我可以吗", "outside_payment"],
    ["you can pay me in cash", "outside_payment"],
    ["let's settle outside the platform", "outside_payment"],
    ["给个五星好评返现20元", "money_for_stars"],
    ["转你20块，改评价行吗", "money_for_stars"],
    ["Five stars and I give you a discount", "money_for_stars"],
  ])("%s: %s", (text, kind) => {
    expect(guardMessage(text).phrases).toContain(kind);
  });

  test("a request for a code is withheld", () => {
    expect(guardMessage("把短信验证码发给我")).toMatchObject({ withheld: true, warns: true });
    expect(guardMessage("现金给我可以吗").withheld).toBe(false);
  });

  test.each([
    "不要把验证码告诉任何人",
    "请勿将短信验证码告诉别人",
    "平台不会索要验证码",
    "Never tell anyone the verification code",
    "请不要私下转账",
    "谢谢您的五星好评！",
    "抽油烟机清洗 25 元，可以吗",
    "我在楼下，门禁怎么进？",
  ])("%s is fine", (text) => {
    expect(guardMessage(text).phrases).toEqual([]);
  });
});

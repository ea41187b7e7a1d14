import fc from "fast-check";
import { describe, expect, test } from "vitest";
import cards from "../../test/vectors/card.json" with { type: "json" };
import identities from "../../test/vectors/identity.json" with { type: "json" };
import { ageOn, birthDateOf, checkIdentityNumber, identityCheckCharacter } from "./identity-number.ts";
import { isCardNumber, maskCard, maskIdentityNumber, maskName, maskPhone, parseCardNumber, parseMobileNumber } from "./numbers.ts";
import { checkPassword } from "./password.ts";

const today = "2026-11-22";
const numberOf = (birth: string): string => {
  const first17 = `310115${birth}123`;
  return first17 + identityCheckCharacter(first17);
};

describe("ID numbers (GB 11643, §9)", () => {
  test.each(identities)("$idNumber: $valid", ({ idNumber, valid }) => {
    expect(checkIdentityNumber(idNumber, today, 18).ok).toBe(valid);
  });

  test("18 on the day, not the day before", () => {
    expect(checkIdentityNumber(numberOf("20081122"), today, 18).ok).toBe(true);
    expect(checkIdentityNumber(numberOf("20081123"), today, 18)).toMatchObject({ error: { code: "identity_underage" } });
    expect(checkIdentityNumber(numberOf("20261123"), today, 18)).toMatchObject({ error: { code: "identity_number_invalid" } });
  });

  test("a birthday on 29 February counts from 1 March in common years", () => {
    expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
    expect(birthDateOf(numberOf("20080229"))).toBe("2008-02-29");
    expect(birthDateOf(numberOf("20070229"))).toBeNull();
    expect(birthDateOf(numberOf("19000229"))).toBeNull();
  });

  test("any single changed digit is noticed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (index, change) => {
        const right = numberOf("19900101");
        const wrong = right.slice(0, index) + ((Number(right[index]) + change) % 10) + right.slice(index + 1);
        expect(birthDateOf(wrong)).toBeNull();
      }),
    );
  });

  test.each(["３10115199001011234", " 310115199001011234", "31011519900101123", "31011519900101123Y"])("%s is no ID number", (text) => {
    expect(birthDateOf(text)).toBeNull();
  });
});

describe("card and phone numbers (§9)", () => {
  test.each(cards)("$number: $valid", ({ number, valid }) => {
    expect(isCardNumber(number)).toBe(valid);
  });

  test("a card may be typed in groups", () => {
    expect(parseCardNumber("6225 7600-0821 9524")).toEqual({ ok: true, value: "6225760008219524" });
    expect(parseCardNumber("6225 7600 0821 9525")).toMatchObject({ error: { code: "card_invalid" } });
  });

  test.each([
    ["138 0013 8000", "13800138000"],
    ["+86 138-0013-8000", "13800138000"],
    ["008613800138000", "13800138000"],
    ["8613800138000", "13800138000"],
  ])("%s is a mobile number", (text, phone) => {
    expect(parseMobileNumber(text)).toEqual({ ok: true, value: phone });
  });

  test.each(["12800138000", "1380013800", "138001380000", "+1 13800138000", "", "一三八零零一三八零零零"])("%s is none", (text) => {
    expect(parseMobileNumber(text)).toMatchObject({ error: { code: "phone_invalid" } });
  });

  test("masks keep what a person recognises and no more", () => {
    expect(maskPhone("13800138000")).toBe("138****8000");
    expect(maskCard("6225760008219524")).toBe("**** **** **** 9524");
    expect(maskIdentityNumber("11010519491231002X")).toBe("110**************X");
    expect([maskName("张伟"), maskName("欧阳小明"), maskName("Ann Lee"), maskName("")]).toEqual(["张*", "欧***", "A** L**", ""]);
    expect([maskPhone("123"), maskCard("1234"), maskIdentityNumber("12")]).toEqual(["***", "****", "**"]);
  });
});

describe("passwords (§9)", () => {
  const rules = { least: 8, phone: "13800138000" };

  test.each([
    ["abc1234", "too_short"],
    ["abcdefgh", "needs_letters_and_digits"],
    ["12345678", "needs_letters_and_digits"],
    ["abcd1234", "common"],
    ["Password123", "common"],
    ["password123!", "common"],
    ["123456abc", "common"],
    ["1q2w3e4r", "common"],
    ["a1a1a1a1", "common"],
    ["woaini520", "common"],
    ["x13800138000", "contains_phone"],
  ])("%s: %s", (password, problem) => {
    expect(checkPassword(password, rules)).toMatchObject({ error: { code: "password_weak", details: { problem } } });
  });

  test.each(["harbour7lamp", "清明河畔river9", "Tr0ub4dor-3"])("%s is good enough", (password) => {
    expect(checkPassword(password, rules)).toEqual({ ok: true, value: password });
  });
});

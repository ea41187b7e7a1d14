import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("opens in a spreadsheet as it is: byte order mark, CRLF, quotes doubled", () => {
  expect(
    csvOf([
      ["日期", "金额"],
      ['说"好"', { fen: -138_12 }],
      ["a,b\nc", 12],
    ]),
  ).toBe('\uFEFF日期,金额\r\n"说""好""",-138.12\r\n"a,b\nc",12\r\n');
});

test.each(["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1", "－1", "|calc", "%0"])(
  "a text like %j stays a text",
  (text) => {
    const cell = csvOf([[text]])
      .slice(1, -2)
      .replace(/^"|"$/g, "");
    expect(cell.startsWith("'")).toBe(true);
  },
);

test("ordinary texts and negative amounts are left alone", () => {
  expect(csvOf([["周女士 · 保洁", -5, { fen: -100 }, "¥1.00"]])).toBe("\uFEFF周女士 · 保洁,-5,-1.00,¥1.00\r\n");
});

import { en } from "./en.ts";
import { zh } from "./zh-CN.ts";

export type Language = "zh-CN" | "en";

/** The same words in both languages; a pattern where the screen puts amounts, names or times into them. */
export type Words<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends RegExp ? RegExp : Table[Key] extends string ? string : Words<Table[Key]>;
};
export type Texts = Words<typeof zh>;

export const texts: Readonly<Record<Language, Texts>> = { "zh-CN": zh, en };

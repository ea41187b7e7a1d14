import { describe, expect, it } from "vitest";
import { publicName } from "./people.ts";

describe("how strangers are addressed", () => {
  it("is the family name and a title in the reader's language, or what they call themselves", () => {
    const chen = { displayName: "陈晓静", salutation: "ms" } as const;
    expect([publicName(chen), publicName(chen, "zh"), publicName(chen, "en")]).toEqual(["陈女士", "陈女士", "Ms 陈"]);
    expect(publicName({ displayName: "王刚", salutation: "mr" }, "en")).toBe("Mr 王");
    expect(publicName({ displayName: "Ada Byron", salutation: "ms" }, "en")).toBe("Ms Ada Byron");
    expect(publicName({ displayName: "User 6202", salutation: "none" }, "en")).toBe("User 6202");
  });

  it("never is a full Chinese name", () => {
    for (const salutation of ["ms", "mr", "none"] as const)
      for (const language of ["zh", "en"] as const) expect(publicName({ displayName: "陈晓静", salutation }, language)).not.toContain("晓");
  });
});

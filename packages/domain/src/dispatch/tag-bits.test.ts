import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tagCounts } from "./score.ts";
import { tagBitsOf, tagsInCommon, writeTags } from "./tag-bits.ts";

// More tags than two words hold, and some that nobody asks for.
const someTags = fc.array(
  fc.integer({ min: 0, max: 80 }).map((number) => `tag-${number}`),
  { maxLength: 60 },
);

describe("tags as bits", () => {
  it("count what comparing the lists counts", () => {
    fc.assert(
      fc.property(fc.array(someTags, { minLength: 1, maxLength: 4 }), someTags, (asked, profile) => {
        const bits = tagBitsOf(asked.map((tags) => ({ tags })));
        const worker = new Int32Array(2 * bits.words);
        const onProfile = writeTags(bits, profile, worker, bits.words);
        for (const tags of asked) {
          const job = new Int32Array(bits.words);
          const distinct = writeTags(bits, tags, job, 0);
          const matched = tagsInCommon(job, worker, bits.words);
          expect({ matched, asked: distinct, onProfile }).toEqual(tagCounts({ tags }, { tags: profile }));
        }
      }),
    );
  });
});

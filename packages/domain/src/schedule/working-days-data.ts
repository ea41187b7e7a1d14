/** What the State Council announced for a year: days off that are not plain weekends, and weekend days worked instead (调休). */
export interface PublishedYear {
  readonly year: number;
  /** The announcement it is taken from. */
  readonly source: string;
  /** Whole periods off, first and last day, as announced (weekend days within them included). */
  readonly off: readonly { readonly from: string; readonly to: string }[];
  /** Weekend days on which people work. */
  readonly worked: readonly string[];
}

/**
 * One entry a year, added when the State Council announces it (usually in November of the year before); a year that is not
 * here counts weekends alone and says so. Copied from the announcements named, which are public law, and compared day by day
 * with the npm package `chinese-days` 1.5.7 (MIT): no difference in either year.
 */
export const publishedYears: readonly PublishedYear[] = [
  {
    year: 2025,
    source: "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）, 2024-11-12",
    off: [
      { from: "2025-01-01", to: "2025-01-01" },
      { from: "2025-01-28", to: "2025-02-04" },
      { from: "2025-04-04", to: "2025-04-06" },
      { from: "2025-05-01", to: "2025-05-05" },
      { from: "2025-05-31", to: "2025-06-02" },
      { from: "2025-10-01", to: "2025-10-08" },
    ],
    worked: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  {
    year: 2026,
    source: "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）, 2025-11-04",
    off: [
      { from: "2026-01-01", to: "2026-01-03" },
      { from: "2026-02-15", to: "2026-02-23" },
      { from: "2026-04-04", to: "2026-04-06" },
      { from: "2026-05-01", to: "2026-05-05" },
      { from: "2026-06-19", to: "2026-06-21" },
      { from: "2026-09-25", to: "2026-09-27" },
      { from: "2026-10-01", to: "2026-10-07" },
    ],
    worked: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
];

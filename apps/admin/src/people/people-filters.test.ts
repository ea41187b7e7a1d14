import { expect, test } from "vitest";
import { peopleSearchOf, readPeopleFilters } from "./people-filters.ts";

test("filters are read back as they were; what is not understood is left out", () => {
  expect(readPeopleFilters({ text: "周", role: "worker", city: "shanghai" })).toEqual({ text: "周", role: "worker", city: "shanghai" });
  expect(readPeopleFilters({ role: "king", text: "" })).toEqual({});
});

test("the server is asked for what was chosen", () => {
  expect(peopleSearchOf({ text: " 周 ", role: "worker", city: "shanghai" }, { cursor: "a", limit: 25 })).toEqual({
    cursor: "a",
    limit: 25,
    text: "周",
    role: "worker",
    cityId: "shanghai",
  });
});

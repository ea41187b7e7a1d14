import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { Refusal } from "../command.ts";
import { inNewPlace, type ServerPlace } from "./server.ts";

/** As the server says it (apps/server/test/start.test.ts). */
const taken = new Refusal("the server did not start:\nPort 40000 is taken by another program: stop it, or choose another with PORT=… npm start.");

test("when another has taken the port meanwhile, another place is found and nothing stays at the first", async () => {
  const places: ServerPlace[] = [];
  const found = await inNewPlace((place) => {
    places.push(place);
    return places.length < 2 ? Promise.reject(taken) : Promise.resolve(place);
  });
  expect(places).toEqual([expect.anything(), found]);
  expect(places.map(({ folder }) => existsSync(folder))).toEqual([false, true]);
  await rm(found.folder, { recursive: true });
});

test.each([
  ["after three taken ports nobody looks for a fourth", taken, 3],
  ["what fails for another reason is not tried again", new Refusal("the disk is full"), 1],
])("%s", async (_, failure, times) => {
  const folders: string[] = [];
  const refused = inNewPlace(({ folder }) => {
    folders.push(folder);
    return Promise.reject(failure);
  });
  await expect(refused).rejects.toBe(failure);
  expect(folders.map((folder) => existsSync(folder))).toEqual(Array.from({ length: times }, () => false));
});

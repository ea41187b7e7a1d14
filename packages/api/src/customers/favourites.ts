import type { FavouriteInput, WorkerCard } from "@lingong/contracts";
import { customers, workers } from "@lingong/db";
import { found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { workerCards } from "../people/cards.ts";

export async function listFavourites({ services, session }: Signed): Promise<WorkerCard[]> {
  return workerCards(services, await customers.listFavourites(services.db, session.userId));
}

export async function setFavourite({ services, session }: Signed, { workerId, favourite }: FavouriteInput): Promise<{ done: true }> {
  found(await workers.findById(services.db, workerId));
  await customers.setFavourite(services.db, { customerId: session.userId, workerId, favourite, now: services.clock.now() });
  return { done: true };
}

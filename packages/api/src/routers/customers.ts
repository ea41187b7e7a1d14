import { customerHome, done, favouriteInput, regularCard, removeAddressInput, saveAddressInput, savedAddress, workerCard } from "@lingong/contracts";
import { z } from "zod";
import { listAddresses, removeAddress, saveAddress } from "../customers/addresses.ts";
import { listFavourites, setFavourite } from "../customers/favourites.ts";
import { loadHome } from "../customers/home.ts";
import { listRegulars } from "../customers/regulars.ts";
import { customerProcedure, router } from "../kernel/trpc.ts";

export const customersRouter = router({
  home: customerProcedure.output(customerHome).query(({ ctx }) => loadHome(ctx)),
  addresses: customerProcedure.output(z.array(savedAddress)).query(({ ctx }) => listAddresses(ctx)),
  saveAddress: customerProcedure
    .input(saveAddressInput)
    .output(savedAddress)
    .mutation(({ ctx, input }) => saveAddress(ctx, input)),
  removeAddress: customerProcedure
    .input(removeAddressInput)
    .output(done)
    .mutation(({ ctx, input }) => removeAddress(ctx, input)),
  regulars: customerProcedure.output(z.array(regularCard)).query(({ ctx }) => listRegulars(ctx)),
  favourites: customerProcedure.output(z.array(workerCard)).query(({ ctx }) => listFavourites(ctx)),
  setFavourite: customerProcedure
    .input(favouriteInput)
    .output(done)
    .mutation(({ ctx, input }) => setFavourite(ctx, input)),
});

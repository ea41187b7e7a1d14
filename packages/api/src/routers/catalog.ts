import { categoriesInput, categoryCard, categoryDetail, categoryInput, cityView, priceBand, searchInput, searchOutput } from "@lingong/contracts";
import { z } from "zod";
import { listCategories, listCities, loadCategory, loadMarketPrice, searchCatalog } from "../catalog/catalog.ts";
import { publicProcedure, router } from "../kernel/trpc.ts";

export const catalogRouter = router({
  cities: publicProcedure.output(z.array(cityView)).query(() => listCities()),
  categories: publicProcedure
    .input(categoriesInput)
    .output(z.array(categoryCard))
    .query(({ ctx, input }) => listCategories(ctx.services, input)),
  category: publicProcedure
    .input(categoryInput)
    .output(categoryDetail)
    .query(({ ctx, input }) => loadCategory(ctx.services, input)),
  marketPrice: publicProcedure
    .input(categoryInput)
    .output(priceBand)
    .query(({ ctx, input }) => loadMarketPrice(ctx.services, input)),
  search: publicProcedure
    .input(searchInput)
    .output(searchOutput)
    .query(({ ctx, input }) => searchCatalog(ctx, input)),
});

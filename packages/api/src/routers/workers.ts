import {
  addRestBlockInput,
  demandInput,
  demandOutput,
  done,
  freeStartsInput,
  freeStartsOutput,
  positionOutput,
  removeRestBlockInput,
  reportPositionInput,
  restBlockView,
  setOnlineInput,
  settingsView,
  setWeeklyHoursInput,
  standingView,
  todayView,
  updateSettingsInput,
  weeklyHours,
  workerIdInput,
  workerProfile,
} from "@lingong/contracts";
import { z } from "zod";
import { publicProcedure, router, workerProcedure } from "../kernel/trpc.ts";
import { loadDemand } from "../workers/demand.ts";
import { loadFreeStarts } from "../workers/free-starts.ts";
import { reportPosition, setOnline } from "../workers/presence.ts";
import { loadProfile } from "../workers/profile.ts";
import { addRestBlock, listRestBlocks, loadWeeklyHours, removeRestBlock, setWeeklyHours } from "../workers/schedule.ts";
import { loadSettings, updateSettings } from "../workers/settings.ts";
import { loadStanding } from "../workers/standing.ts";
import { loadToday } from "../workers/today.ts";

export const workersRouter = router({
  today: workerProcedure.output(todayView).query(({ ctx }) => loadToday(ctx)),
  setOnline: workerProcedure
    .input(setOnlineInput)
    .output(todayView)
    .mutation(({ ctx, input }) => setOnline(ctx, input)),
  reportPosition: workerProcedure
    .input(reportPositionInput)
    .output(positionOutput)
    .mutation(({ ctx, input }) => reportPosition(ctx.services, ctx.session, input)),
  settings: workerProcedure.output(settingsView).query(({ ctx }) => loadSettings(ctx)),
  updateSettings: workerProcedure
    .input(updateSettingsInput)
    .output(settingsView)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),
  profile: publicProcedure
    .input(workerIdInput)
    .output(workerProfile)
    .query(({ ctx, input }) => loadProfile(ctx, input.workerId)),
  freeStarts: publicProcedure
    .input(freeStartsInput)
    .output(freeStartsOutput)
    .query(({ ctx, input }) => loadFreeStarts(ctx.services, input)),
  standing: workerProcedure.output(standingView).query(({ ctx }) => loadStanding(ctx.services, ctx.session.userId)),
  restBlocks: workerProcedure.output(z.array(restBlockView)).query(({ ctx }) => listRestBlocks(ctx)),
  addRestBlock: workerProcedure
    .input(addRestBlockInput)
    .output(restBlockView)
    .mutation(({ ctx, input }) => addRestBlock(ctx, input)),
  removeRestBlock: workerProcedure
    .input(removeRestBlockInput)
    .output(done)
    .mutation(({ ctx, input }) => removeRestBlock(ctx, input)),
  weeklyHours: workerProcedure.output(weeklyHours).query(({ ctx }) => loadWeeklyHours(ctx)),
  setWeeklyHours: workerProcedure
    .input(setWeeklyHoursInput)
    .output(weeklyHours)
    .mutation(({ ctx, input }) => setWeeklyHours(ctx, input)),
  demand: publicProcedure
    .input(demandInput)
    .output(demandOutput)
    .query(({ ctx, input }) => loadDemand(ctx.services, input)),
});

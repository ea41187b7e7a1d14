import {
  crewInput,
  crewOutput,
  joinTeamInput,
  leaveTeamInput,
  removeMemberInput,
  renewTeamCodeInput,
  teamCard,
  teamInvitationInput,
  teamView,
} from "@lingong/contracts";
import { router, workerProcedure } from "../kernel/trpc.ts";
import { loadCrew } from "../teams/crew.ts";
import { renewCode, showInvitation } from "../teams/invitation.ts";
import { joinTeam, leaveTeam, removeMember } from "../teams/membership.ts";
import { loadTeam } from "../teams/view.ts";

/** Teams and who is in them. Who goes to an order is a step of the order: `orders.act`, `assignCrew`. */
export const teamsRouter = router({
  mine: workerProcedure.output(teamView).query(({ ctx }) => loadTeam(ctx)),
  renewCode: workerProcedure
    .input(renewTeamCodeInput)
    .output(teamView)
    .mutation(({ ctx, input }) => renewCode(ctx, input)),
  invitation: workerProcedure
    .input(teamInvitationInput)
    .output(teamCard)
    .query(({ ctx, input }) => showInvitation(ctx, input)),
  join: workerProcedure
    .input(joinTeamInput)
    .output(teamView)
    .mutation(({ ctx, input }) => joinTeam(ctx, input)),
  leave: workerProcedure
    .input(leaveTeamInput)
    .output(teamView)
    .mutation(({ ctx, input }) => leaveTeam(ctx, input)),
  remove: workerProcedure
    .input(removeMemberInput)
    .output(teamView)
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
  crew: workerProcedure
    .input(crewInput)
    .output(crewOutput)
    .query(({ ctx, input }) => loadCrew(ctx, input.orderId)),
});

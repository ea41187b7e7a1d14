import { limits, type TeamCard, type TeamMemberView, type TeamView } from "@lingong/contracts";
import { calendars, type TeamMember, teams, users, workers } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { photoUrl } from "../photos/view.ts";

/** What every list of a team's people shows of each. */
export async function facesOf(services: Services, ids: readonly string[]) {
  const [people, standings] = await Promise.all([users.findMany(services.db, ids), workers.findStandings(services.db, ids)]);
  return (id: string) => {
    const person = people.get(id);
    return {
      name: person?.displayName ?? "",
      avatarUrl: photoUrl(services, person?.avatarPhotoId ?? null),
      level: standings.get(id)?.level ?? 1,
    };
  };
}

async function memberViews(services: Services, teamId: string, members: readonly TeamMember[]): Promise<TeamMemberView[]> {
  const { db } = services;
  const ids = members.map(({ memberId }) => memberId);
  const [faceOf, records, booked] = await Promise.all([facesOf(services, ids), workers.findMany(db, ids), teams.findBooked(db, teamId, ids)]);
  return Promise.all(
    members.map(async ({ memberId, joinedAt }) => ({
      id: memberId,
      ...faceOf(memberId),
      verified: records.get(memberId)?.verified ?? false,
      categories: (await calendars.listQualifications(db, memberId)).map(({ categoryId, certified }) => ({ categoryId, certified })),
      joinedAt: iso(joinedAt),
      booked: booked.has(memberId),
    })),
  );
}

/** A team as those see it who are in it, or are asked to join. */
export async function teamCardOf(services: Services, teamId: string): Promise<TeamCard> {
  const [faceOf, members] = await Promise.all([facesOf(services, [teamId]), teams.listMembers(services.db, teamId, limits.teamMembers)]);
  return { id: teamId, ...faceOf(teamId), members: members.length };
}

async function ofTeam(services: Services, teamId: string): Promise<TeamView> {
  const [code, members] = await Promise.all([teams.findCode(services.db, teamId), teams.listMembers(services.db, teamId, limits.teamMembers)]);
  const lives = code !== null && services.clock.now() < code.expiresAt;
  return {
    kind: "team",
    code: lives ? { code: code.code, expiresAt: iso(code.expiresAt) } : null,
    members: await memberViews(services, teamId, members),
  };
}

async function ofMember(services: Services, memberId: string): Promise<TeamView> {
  const membership = await teams.findByMember(services.db, memberId);
  if (membership === null) return { kind: "individual", team: null };
  const { teamId, joinedAt } = membership;
  const [card, booked] = await Promise.all([teamCardOf(services, teamId), teams.findBooked(services.db, teamId, [memberId])]);
  return { kind: "individual", team: { ...card, joinedAt: iso(joinedAt), booked: booked.has(memberId) } };
}

/** Of a team its people and its code; of anybody else the team they are in. */
export async function loadTeam({ services, session }: Signed): Promise<TeamView> {
  const worker = found(await workers.findById(services.db, session.userId));
  return worker.kind === "team" ? ofTeam(services, worker.id) : ofMember(services, worker.id);
}

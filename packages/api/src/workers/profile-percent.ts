import { calendars, users, workers } from "@lingong/db";
import type { Services } from "../kernel/context.ts";

/** What makes a profile complete, and how much of it (§6, profile part of the score). The sum is 100. */
const weights = { verified: 30, tags: 20, introduction: 20, home: 10, hours: 10, avatar: 10 } as const;
const tagsWanted = 3;
const introductionWanted = 30;

/** Computes and keeps how complete a worker's profile is; called whenever a part of it changes. */
export async function refreshProfilePercent(services: Services, workerId: string): Promise<void> {
  const [worker, user, hours] = await Promise.all([
    workers.findById(services.db, workerId),
    users.findById(services.db, workerId),
    calendars.listHours(services.db, workerId),
  ]);
  if (worker === null || user === null) return;
  const has: Record<keyof typeof weights, boolean> = {
    verified: worker.verified,
    tags: worker.tags.length >= tagsWanted,
    introduction: [...worker.introduction].length >= introductionWanted,
    home: worker.home !== null,
    hours: hours.length > 0,
    avatar: user.avatarPhotoId !== null,
  };
  const percent = (Object.keys(weights) as (keyof typeof weights)[]).reduce((total, part) => total + (has[part] ? weights[part] : 0), 0);
  if (percent !== worker.profilePercent) await workers.update(services.db, workerId, { profilePercent: percent });
}

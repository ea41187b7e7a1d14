import { useTranslation } from "react-i18next";

/** Why one cannot be sent: the reasons that are about a person. */
const known = [
  "excluded_unverified",
  "excluded_unqualified",
  "excluded_certificate",
  "excluded_overlapping",
  "excluded_resting",
  "excluded_daily_limit",
  "excluded_night_rest",
  "excluded_night_first_visit",
  "excluded_blocked",
  "excluded_paused",
  "excluded_other_city",
] as const;

/** The words for an exclusion of a member. */
export function useCrewReason(): (exclusion: string) => string {
  const { t: domain } = useTranslation("domain");
  const { t: errors } = useTranslation("errors");
  return (exclusion) => {
    const code = known.find((each) => each === exclusion);
    return code === undefined ? errors("crew_member_unfit") : domain(`crewExclusion.${code}`);
  };
}

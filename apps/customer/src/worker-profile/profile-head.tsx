import { useIsSignedIn, useTRPC } from "@lingong/client/react";
import type { WorkerProfile } from "@lingong/contracts";
import { Avatar, Chip, formatShare, Level, Panel, useDistrict, useFormat, useText } from "@lingong/ui";
import { ActionIcon } from "@mantine/core";
import { IconAward, IconHeart, IconHeartFilled, IconRosetteDiscountCheck, IconShieldCheck } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useCategories } from "../catalog/use-categories.ts";
import classes from "./worker-profile.module.css";

interface OfProfile {
  readonly profile: WorkerProfile;
}

/** Who it is at a glance: level, whether online, how far they go, badges, four figures. */
export function ProfileHead({ profile }: OfProfile) {
  const { t } = useTranslation("customer");
  const district = useDistrict();
  const around = profile.district === null ? null : t("profile.around", { district: district(profile.district), km: profile.radiusKm });
  return (
    <Panel>
      <div className={classes.head}>
        <Avatar name={profile.name} imageUrl={profile.avatarUrl} size={72} tone={profile.online ? "accent" : "neutral"} online={profile.online} />
        <div className={classes.who}>
          <div className={classes.name}>
            <h2>{profile.name}</h2>
            <Level level={profile.level} />
            <Favourite profile={profile} />
          </div>
          <div className={classes.quiet}>{[t(profile.online ? "profile.online" : "profile.offline"), around].filter(Boolean).join(" · ")}</div>
          <Badges profile={profile} />
          <p className={classes.introduction}>{profile.introduction === "" ? t("profile.noIntroduction") : profile.introduction}</p>
        </div>
        <Figures profile={profile} />
      </div>
    </Panel>
  );
}

function Badges({ profile }: OfProfile) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const { data: categories = [] } = useCategories();
  const certified = profile.qualifications.filter((qualification) => qualification.certified);
  const nameOf = (id: string) => {
    const category = categories.find((one) => one.id === id);
    return category === undefined ? "" : text(category.name);
  };
  return (
    <div className={classes.chips}>
      {profile.verified && (
        <Chip tone="accent" icon={IconRosetteDiscountCheck}>
          {t("profile.verified")}
        </Chip>
      )}
      {certified.map(({ categoryId, validUntil }) => (
        <Chip key={categoryId} tone="accent" icon={IconAward}>
          {validUntil === null
            ? t("profile.certified", { category: nameOf(categoryId) })
            : t("profile.certifiedUntil", { category: nameOf(categoryId), date: format.date(Date.parse(validUntil)) })}
        </Chip>
      ))}
      {profile.insured && <Chip icon={IconShieldCheck}>{t("profile.insured")}</Chip>}
    </div>
  );
}

function Figures({ profile: { starsHundredths, completedOrders, onTimePercent, together } }: OfProfile) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const figures = [
    [t("profile.stars"), starsHundredths === null ? t("profile.none") : (starsHundredths / 100).toFixed(2)],
    [t("profile.completed"), format.count(completedOrders)],
    [t("profile.onTime"), onTimePercent === null ? t("profile.none") : formatShare(onTimePercent / 100)],
    [t("profile.together"), format.count(together)],
  ] as const;
  return (
    <dl className={classes.figures}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Marks the worker for later; only for those who are signed in. */
function Favourite({ profile }: OfProfile) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const signedIn = useIsSignedIn();
  const mark = useMutation(
    trpc.customers.setFavourite.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.workers.profile.pathKey() });
        await queryClient.invalidateQueries({ queryKey: trpc.customers.favourites.queryKey() });
      },
    }),
  );
  if (!signedIn) return null;
  const Glyph = profile.favourite ? IconHeartFilled : IconHeart;
  return (
    <ActionIcon
      variant="subtle"
      className={classes.heart}
      loading={mark.isPending}
      aria-label={t(profile.favourite ? "profile.unlike" : "profile.like")}
      aria-pressed={profile.favourite}
      onClick={() => mark.mutate({ workerId: profile.id, favourite: !profile.favourite })}
    >
      <Glyph size={22} aria-hidden />
    </ActionIcon>
  );
}

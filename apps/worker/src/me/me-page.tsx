import { useAppSession, useTRPC } from "@lingong/client/react";
import type { StandingView } from "@lingong/contracts";
import { Avatar, Chip, Level, ListRow, ListRows, Panel, QueryView, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import {
  IconAdjustments,
  IconBuildingBank,
  IconDeviceMobile,
  IconLogout,
  IconMessageStar,
  IconShieldCheck,
  IconUsers,
  IconZoomQuestion,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import { addressOf } from "../shell/address.ts";
import { Columns } from "../shell/columns.tsx";
import { NotificationBell } from "../shell/notification-bell.tsx";
import { Screen } from "../shell/screen.tsx";
import { DevicePanel } from "./device-panel.tsx";
import classes from "./me.module.css";
import { StandingCard } from "./standing-card.tsx";

/** Who one is here: standing with its parts, what was verified, how one works, and this device. */
export function MePage() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const standing = useQuery(trpc.workers.standing.queryOptions());
  return (
    <Screen title={t("me.title")} aside={<NotificationBell phoneOnly />} width="wide">
      <Columns
        main={
          <>
            <Person standing={standing.data} />
            <QueryView query={standing}>{(data) => <StandingCard standing={data} />}</QueryView>
          </>
        }
        side={
          <>
            <Ways />
            <DevicePanel />
            <SignOut />
          </>
        }
      />
    </Screen>
  );
}

const chips = { none: "neutral", pending: "neutral", verified: "accent", refused: "warn" } as const;

function Person({ standing }: { readonly standing: StandingView | undefined }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const { me, worker } = useWorker();
  return (
    <Panel>
      <div className={classes.person}>
        <Avatar name={me.displayName} imageUrl={me.avatarUrl} size={56} />
        <div>
          <h2 className={classes.name}>{me.displayName}</h2>
          <div className={classes.second}>{t("me.kindAndPhone", { kind: domain(`workerKind.${worker.kind}`), phone: me.phoneMasked })}</div>
          <div className={classes.chips}>
            {standing !== undefined && (
              <span className={classes.level}>
                <Level level={standing.level} pending={standing.level === 1 && standing.completedOrders >= 5} /> {text(standing.levelName)}
              </span>
            )}
            <Chip tone={chips[worker.verification.state]} icon={IconShieldCheck}>
              {t(`guide.identityChip.${worker.verification.state}`)}
            </Chip>
          </div>
        </div>
      </div>
    </Panel>
  );
}

function Ways() {
  const { t } = useTranslation("worker");
  const { worker } = useWorker();
  return (
    <Panel dense>
      <ListRows>
        <ListRow
          icon={IconShieldCheck}
          title={t("me.guide")}
          detail={t("me.profilePercent", { percent: worker.profilePercent })}
          href={addressOf("/guide")}
        />
        <ListRow icon={IconAdjustments} title={t("me.settings")} detail={t("me.settingsSecond")} href={addressOf("/me/settings")} />
        <ListRow icon={IconUsers} title={t(`team.title.${worker.kind}`)} detail={t(`team.second.${worker.kind}`)} href={addressOf("/me/team")} />
        <ListRow icon={IconZoomQuestion} title={t("me.receipts")} detail={t("me.receiptsSecond")} href={addressOf("/me/receipts")} />
        <ListRow icon={IconMessageStar} title={t("me.reviews")} detail={t("me.reviewsSecond")} href={addressOf("/me/reviews")} />
        <ListRow
          icon={IconBuildingBank}
          title={t("accounts.title")}
          detail={t(worker.payoutAccountBound ? "me.bound" : "me.notBound")}
          href={addressOf("/earnings/accounts")}
        />
        <ListRow icon={IconDeviceMobile} title={t("me.sessions")} detail={t("me.sessionsSecond")} href={addressOf("/me/sessions")} />
      </ListRows>
    </Panel>
  );
}

function SignOut() {
  const { t } = useTranslation("common");
  const { signOut } = useAppSession();
  return (
    <Button variant="default" leftSection={<IconLogout size={20} aria-hidden />} onClick={() => void signOut()}>
      {t("action.signOut")}
    </Button>
  );
}

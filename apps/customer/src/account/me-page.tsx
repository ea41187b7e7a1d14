import { useAppSession } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { Avatar, ListRow, ListRows, Page, Panel } from "@lingong/ui";
import { Button } from "@mantine/core";
import {
  IconBell,
  IconBook2,
  IconDeviceMobile,
  IconGavel,
  IconKey,
  IconLogout,
  IconMapPin,
  IconSettings,
  IconShieldCheck,
  IconUsers,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import classes from "./account.module.css";
import { NameForm } from "./name-form.tsx";

export function MePage() {
  return <SignedIn>{(me) => <Account me={me} />}</SignedIn>;
}

/** One's account: name, addresses, devices, password, language and look; and how the platform works. */
function Account({ me }: { readonly me: Me }) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const { signOut } = useAppSession();
  const navigate = useNavigate();
  const leave = () => void signOut().then(() => navigate({ to: "/" }));
  return (
    <Page title={t("me.title")}>
      <PageTitle>{t("me.title")}</PageTitle>
      <Panel>
        <div className={classes.who}>
          <Avatar name={me.displayName} imageUrl={me.avatarUrl} size={56} />
          <div>
            <b>{me.displayName}</b>
            <span>{me.phoneMasked}</span>
          </div>
        </div>
        <NameForm me={me} />
      </Panel>
      <Panel dense>
        <ListRows>
          <ListRow icon={IconMapPin} title={t("me.addresses")} href="/me/addresses" />
          <ListRow icon={IconUsers} title={t("nav.regulars")} href="/regulars" />
          <ListRow
            icon={IconBell}
            title={t("notices.title")}
            href="/notifications"
            aside={me.unreadNotifications > 0 ? String(me.unreadNotifications) : undefined}
          />
          <ListRow icon={IconSettings} title={t("me.settings")} detail={t("me.settingsText")} href="/me/settings" />
          <ListRow icon={IconKey} title={t(me.hasPassword ? "me.changePassword" : "me.setPassword")} href="/me/password" />
          <ListRow icon={IconDeviceMobile} title={t("me.sessions")} detail={t("me.sessionsText")} href="/me/sessions" />
        </ListRows>
      </Panel>
      <Panel dense>
        <ListRows>
          <ListRow icon={IconBook2} title={t("nav.fees")} href="/about/fees" />
          <ListRow icon={IconShieldCheck} title={t("nav.safety")} href="/about/safety" />
          <ListRow icon={IconGavel} title={t("nav.rules")} href="/about/rules" />
        </ListRows>
      </Panel>
      <Button variant="default" leftSection={<IconLogout size={18} aria-hidden />} onClick={leave}>
        {common("action.signOut")}
      </Button>
    </Page>
  );
}

import { useIsSignedIn, useTRPC } from "@lingong/client/react";
import { ChoiceChips, type Language, Page, Panel, useLanguage } from "@lingong/ui";
import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../shell/page-title.tsx";
import classes from "./account.module.css";

const schemes = ["light", "dark", "auto"] as const satisfies readonly MantineColorScheme[];

/** Language (also of messages to the phone) and look; kept on this device. */
export function SettingsPage() {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const navigate = useNavigate();
  const trpc = useTRPC();
  const signedIn = useIsSignedIn();
  const { language, change } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const save = useMutation(trpc.accounts.updateProfile.mutationOptions());
  const speak = (next: Language) => {
    void change(next);
    if (signedIn) save.mutate({ locale: next });
  };
  return (
    <Page title={t("me.settings")} onBack={() => void navigate({ to: "/me" })}>
      <PageTitle>{t("me.settings")}</PageTitle>
      <Panel title={common("settings.language")}>
        <ChoiceChips
          label={common("settings.language")}
          columns={2}
          choices={[
            { value: "zh-CN", label: <span lang="zh-CN">中文</span> },
            { value: "en", label: <span lang="en">English</span> },
          ]}
          value={language}
          onChange={speak}
        />
      </Panel>
      <Panel title={common("settings.colorScheme")}>
        <ChoiceChips
          label={common("settings.colorScheme")}
          columns={3}
          choices={schemes.map((scheme) => ({ value: scheme, label: common(`settings.${scheme}`) }))}
          value={colorScheme}
          onChange={setColorScheme}
        />
      </Panel>
      <p className={classes.text}>{t("me.settingsKept")}</p>
    </Page>
  );
}

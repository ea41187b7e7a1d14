import { ColorSchemeMenu, LanguageMenu, Panel, useLanguage, useLargeType } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { ringOnce, useRing } from "../offer/sound.ts";
import settings from "../settings/settings.module.css";
import { SwitchRow } from "../settings/switch-row.tsx";
import classes from "./me.module.css";

/** What holds on this device alone: language, light and dark, large type, the ring. */
export function DevicePanel() {
  const { t } = useTranslation("worker");
  const { t: common } = useTranslation("common");
  const { language } = useLanguage();
  const { large, change } = useLargeType();
  const ring = useRing();
  const toggleRing = (on: boolean) => {
    ring.change(on);
    if (on) ringOnce();
  };
  return (
    <Panel title={t("me.device")} dense>
      <div className={classes.rows}>
        <div className={settings.choiceRow}>
          <span>
            {common("settings.language")}
            <small>{language === "en" ? "English" : "中文"}</small>
          </span>
          <LanguageMenu />
        </div>
        <div className={settings.choiceRow}>
          <span>{common("settings.colorScheme")}</span>
          <ColorSchemeMenu />
        </div>
        <SwitchRow label={common("settings.largeType")} description={t("me.largeSecond")} checked={large} onChange={change} />
        <SwitchRow label={t("me.ring")} description={t("me.ringSecond")} checked={ring.on} onChange={toggleRing} />
      </div>
    </Panel>
  );
}

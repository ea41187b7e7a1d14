import { Panel, useLanguage } from "@lingong/ui";
import { Button, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconKeyboard } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { HelpDialogue, SingleKeysSwitch } from "../keyboard/help-dialogue.tsx";
import classes from "./me.module.css";

const schemes = ["light", "dark", "auto"] as const;
/** Each language by its own name. */
const languages = [
  { value: "zh-CN", label: "中文" },
  { value: "en", label: "English" },
] as const;

/** Language, light or dark, and keys: kept on this device. */
export function SettingsPanel() {
  const { t } = useTranslation("common");
  const { t: admin } = useTranslation("admin");
  const { language, change } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [helpOpened, help] = useDisclosure(false);
  return (
    <Panel title={admin("me.settings")} aside={admin("me.onDevice")}>
      <div className={classes.fields}>
        <div className={classes.setting}>
          <span id="language">{t("settings.language")}</span>
          <SegmentedControl
            aria-labelledby="language"
            data={[...languages]}
            value={language}
            onChange={(value) => void change(value as "zh-CN" | "en")}
          />
        </div>
        <div className={classes.setting}>
          <span id="scheme">{t("settings.colorScheme")}</span>
          <SegmentedControl
            aria-labelledby="scheme"
            data={schemes.map((value) => ({ value, label: t(`settings.${value}`) }))}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as (typeof schemes)[number])}
          />
        </div>
        <SingleKeysSwitch />
        <div>
          <Button variant="default" leftSection={<IconKeyboard size={18} aria-hidden />} onClick={help.open}>
            {admin("keys.title")}
          </Button>
        </div>
      </div>
      <HelpDialogue opened={helpOpened} onClose={help.close} />
    </Panel>
  );
}

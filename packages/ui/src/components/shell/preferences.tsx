import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "../../messages/translations.ts";
import { useLanguage } from "../../provider.tsx";

const names: Readonly<Record<Language, string>> = { "zh-CN": "中文", en: "English" };

/** 文A: chooses the language; kept on this device. */
export function LanguageMenu() {
  const { t } = useTranslation("common");
  const { language, change } = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("settings.language")}>
          <IconLanguage size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((one) => (
          <Menu.Item key={one} lang={one} onClick={() => change(one)} rightSection={one === language && <IconCheck size={16} aria-hidden />}>
            {names[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes = [
  ["light", IconSun],
  ["dark", IconMoon],
  ["auto", IconDeviceDesktop],
] as const;

/** Light, dark, or as the system; kept on this device. */
export function ColorSchemeMenu() {
  const { t } = useTranslation("common");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("settings.colorScheme")}>
          {colorScheme === "dark" ? <IconMoon size={22} aria-hidden /> : <IconSun size={22} aria-hidden />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(([scheme, Glyph]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Glyph size={18} aria-hidden />}
            rightSection={scheme === colorScheme && <IconCheck size={16} aria-hidden />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`settings.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { useText } from "@lingong/ui";
import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown, IconMapPin } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./top-bar.module.css";
import { useCity } from "./use-city.ts";
import { useDesk } from "./use-desk.ts";

/** Which city is watched. */
export function CityMenu() {
  const { t } = useTranslation("admin");
  const text = useText();
  const desk = useDesk();
  const { city, cities, choose } = useCity();
  const name = city === undefined ? "" : text(city.name);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant={desk ? "default" : "subtle"}
          color="gray"
          className={classes.city}
          leftSection={desk && <IconMapPin size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={t("top.city", { name })}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {cities.map((one) => (
          <Menu.Item key={one.id} onClick={() => choose(one.id)} rightSection={one.id === city?.id && <IconCheck size={16} aria-hidden />}>
            {text(one.name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

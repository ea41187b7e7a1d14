import { useText } from "@lingong/ui";
import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown, IconMapPin } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./shell.module.css";
import { useCity } from "./use-city.ts";

export interface CityMenuProps {
  /** header: small and quiet on a desk · title: the heading of a phone's home. */
  readonly look: "header" | "title";
  /** Behind the city: `花木街道`. */
  readonly district?: string;
}

/** Which city one looks for help in. */
export function CityMenu({ look, district }: CityMenuProps) {
  const { t } = useTranslation("customer");
  const text = useText();
  const { city, cities, choose } = useCity();
  const name = city === undefined ? "" : text(city.name);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="transparent"
          className={look === "title" ? classes.cityTitle : classes.cityHeader}
          leftSection={<IconMapPin size={look === "title" ? 22 : 18} aria-hidden />}
          rightSection={<IconChevronDown size={look === "title" ? 20 : 16} aria-hidden />}
          aria-label={t("city.change", { name })}
        >
          {district === undefined ? name : t("city.withDistrict", { city: name, district })}
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

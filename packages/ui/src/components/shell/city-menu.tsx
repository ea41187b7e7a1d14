import type { Bilingual } from "@lingong/domain";
import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown, IconMapPin } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useText } from "../../messages/use-text.ts";

interface City {
  readonly id: string;
  readonly name: Bilingual;
}

export interface CityMenuProps {
  readonly choice: {
    /** Undefined while the list is on its way. */
    readonly city: City | undefined;
    readonly cities: readonly City[];
    readonly choose: (cityId: string) => void;
  };
  readonly variant: "default" | "subtle" | "transparent";
  readonly className: string | undefined;
  /** Pixels of the pin and of the arrow; no pin where it is left out. */
  readonly icons: { readonly pin?: number; readonly arrow: number };
  readonly position: "bottom-start" | "bottom-end";
}

/** Which city an app looks at, and the way to change it. */
export function CityMenu({ choice: { city, cities, choose }, variant, className, icons, position }: CityMenuProps) {
  const { t } = useTranslation("common");
  const text = useText();
  const name = city === undefined ? "" : text(city.name);
  return (
    <Menu position={position}>
      <Menu.Target>
        <Button
          variant={variant}
          color="gray"
          className={className}
          leftSection={icons.pin !== undefined && <IconMapPin size={icons.pin} aria-hidden />}
          rightSection={<IconChevronDown size={icons.arrow} aria-hidden />}
          aria-label={t("city.change", { name })}
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

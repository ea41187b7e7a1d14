import { cities } from "@lingong/domain";
import { useText } from "@lingong/ui";
import { useCallback } from "react";

const names = new Map(cities.flatMap((city) => city.districts).map(({ name }) => [name.zh, name]));

/** A district's name in the language shown: addresses keep the Chinese one. */
export function useDistrict(): (district: string) => string {
  const text = useText();
  return useCallback(
    (district: string) => {
      const name = names.get(district);
      return name === undefined ? district : text(name);
    },
    [text],
  );
}

import { cities } from "@lingong/domain";
import { useCallback } from "react";
import { useText } from "./use-text.ts";

const known = new Map(cities.flatMap(({ districts }) => districts.map(({ name }) => [name.zh, name] as const)));

/** Orders and addresses keep a district by its Chinese name: here it is in the language shown; one that is not of our cities stays as it is. */
export function useDistrict(): (name: string) => string {
  const text = useText();
  return useCallback(
    (name: string) => {
      const district = known.get(name);
      return district === undefined ? name : text(district);
    },
    [text],
  );
}

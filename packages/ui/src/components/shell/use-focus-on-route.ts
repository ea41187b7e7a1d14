import { useEffect, useRef } from "react";

/** After going to another page (`path`) the focus stands on its heading: readers announce it, the keyboard goes on from there. */
export function useFocusOnRoute(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const timer = setTimeout(() => {
      const heading = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("h1") ?? document.getElementById("main");
      if (heading === null || document.activeElement?.closest("main form, [role=dialog]") != null) return;
      if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
      heading.style.outline = "none";
      heading.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(timer);
  }, [path]);
}

import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

const SlotContext = createContext<HTMLElement | null>(null);

/** The element of the top bar that the page on screen fills with its heading and its actions. */
export const TopSlotProvider = SlotContext;

/** Puts a page's heading into the frame's top bar, which stays while pages come and go. */
export function InTopBar({ children }: { readonly children: ReactNode }) {
  const slot = useContext(SlotContext);
  return slot === null ? null : createPortal(children, slot);
}

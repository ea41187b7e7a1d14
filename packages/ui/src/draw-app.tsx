import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";

/** Draws an app into the `#root` of its index.html. */
export function drawApp(app: ReactNode): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}

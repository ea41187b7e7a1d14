/// <reference lib="dom" />

/** An element with text or children. Whatever a dossier says is text here, never markup. */
export function element(name: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

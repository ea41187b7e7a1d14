/** Gives a file made in the browser to the person, as a download. */
export function downloadFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  // In the page: a browser in a hurry forgets the name of a link that is nowhere.
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

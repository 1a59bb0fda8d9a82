/** Saves as a file of the user's computer, where the browser or the system asks for it. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has been taken over by then; at once would be too early in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), RELEASED_MS);
}

const RELEASED_MS = 10_000;

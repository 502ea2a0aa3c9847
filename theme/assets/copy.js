// Copies what a box contains, also on pages without a safe address (http), which have no clipboard of their own.

/** Copies the text of a box; true if it was copied. Its text stays selected. @param {any} box */
export async function copied(box) {
  box.focus();
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    try { return document.execCommand("copy"); } catch { return false; }
  }
}

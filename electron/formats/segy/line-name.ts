/** What a file's text header calls its 2D line. */

/** The line before "AREA" and "MAP ID" of the standard's card C02 (rev 2.1, table 1), and what exporters make of it. */
const AFTER_LINE = /(?<![A-Za-z-])line(?:\s+(?:name|no\.?|number|id))?\s*[:=#]?\s+([^\s,;]*\d[^\s,;]*)/i;
/** Petrel's exports: "Name: NAME Type: 2D seismic", cut off where the name is long. */
const NAME_AND_TYPE = /^\s*name:\s*(\S.*?)(?:\s+type:|\s*$)/i;
/** Cards that describe the survey come first; later ones hold processing steps, which mention lines of any kind. */
const CARDS = 10;
const MOST_CHARACTERS = 60;

/** @param cards the text header's lines; null where none names the line */
export function lineNameIn(cards: readonly string[]): string | null {
  for (const card of cards.slice(0, CARDS)) {
    const text = card.replace(/^C\s?\d{1,2}/, '');
    const name = (NAME_AND_TYPE.exec(text) ?? AFTER_LINE.exec(text))?.[1];
    if (name !== undefined) return name.slice(0, MOST_CHARACTERS);
  }
  return null;
}

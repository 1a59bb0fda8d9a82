/**
 * Must be imported before anything else. Under LANG=C Chromium calls its language "en-US@posix", which is no language tag;
 * uPlot hands it to Intl while it loads, and the page would stay blank.
 */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

if (!isLanguageTag(navigator.language)) Object.defineProperty(navigator, 'language', { value: 'en-US' });

export {};

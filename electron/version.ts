import manifest from '../package.json' with { type: 'json' };

/** Of this program, as package.json says. */
export const VERSION = manifest.version;

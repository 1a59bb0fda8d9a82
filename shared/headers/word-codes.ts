/** What the codes of enumerated words mean. SEG-Y rev 2.1 (SEG, 2023), tables 2 and 3; older revisions define fewer. */
import type { WordCodes } from './header-word.ts';

/** Trace header bytes 29-30. */
export const TRACE_IDENTIFICATION: WordCodes = {
  [-1]: 'other',
  0: 'unknown',
  1: 'time domain seismic data',
  2: 'dead',
  3: 'dummy',
  4: 'time break',
  5: 'uphole',
  6: 'sweep',
  7: 'timing',
  8: 'waterbreak',
  9: 'near-field gun signature',
  10: 'far-field gun signature',
  11: 'seismic pressure sensor',
  12: 'multicomponent seismic sensor, vertical',
  13: 'multicomponent seismic sensor, cross-line',
  14: 'multicomponent seismic sensor, in-line',
  15: 'rotated multicomponent seismic sensor, vertical',
  16: 'rotated multicomponent seismic sensor, transverse',
  17: 'rotated multicomponent seismic sensor, radial',
  18: 'vibrator reaction mass',
  19: 'vibrator baseplate',
  20: 'vibrator estimated ground force',
  21: 'vibrator reference',
  22: 'time-velocity pairs',
  23: 'time-depth pairs',
  24: 'depth-velocity pairs',
  25: 'depth domain seismic data',
  26: 'gravity potential',
  27: 'electric field, vertical',
  28: 'electric field, cross-line',
  29: 'electric field, in-line',
  30: 'rotated electric field, vertical',
  31: 'rotated electric field, transverse',
  32: 'rotated electric field, radial',
  33: 'magnetic field, vertical',
  34: 'magnetic field, cross-line',
  35: 'magnetic field, in-line',
  36: 'rotated magnetic field, vertical',
  37: 'rotated magnetic field, transverse',
  38: 'rotated magnetic field, radial',
  39: 'rotational sensor, pitch',
  40: 'rotational sensor, roll',
  41: 'rotational sensor, yaw',
};

/** Bytes 35-36. */
export const DATA_USE: WordCodes = { 1: 'production', 2: 'test' };

/** Bytes 89-90. */
export const COORDINATE_UNITS: WordCodes = {
  1: 'length (metres or feet)',
  2: 'seconds of arc',
  3: 'decimal degrees',
  4: 'degrees, minutes, seconds (DMS)',
};

/** Bytes 119-120. */
export const GAIN_TYPE: WordCodes = { 1: 'fixed', 2: 'binary', 3: 'floating point' };

/** Bytes 125-126 and 3249-3250. */
export const CORRELATED: WordCodes = { 1: 'no', 2: 'yes' };

/** Bytes 133-134 and 3239-3240. */
export const SWEEP_TYPE: WordCodes = { 1: 'linear', 2: 'parabolic', 3: 'exponential', 4: 'other' };

/** Bytes 139-140 and 3247-3248. */
export const TAPER_TYPE: WordCodes = { 1: 'linear', 2: 'cosine squared', 3: 'other' };

/** Bytes 167-168 and 3511-3512; the last is of rev 2. */
export const TIME_BASIS: WordCodes = { 1: 'local', 2: 'GMT', 3: 'other', 4: 'UTC', 5: 'GPS' };

/** Bytes 203-204 and 211-212. */
export const MEASUREMENT_UNIT: WordCodes = {
  [-1]: 'other',
  0: 'unknown',
  1: 'pascal',
  2: 'volt',
  3: 'millivolt',
  4: 'ampere',
  5: 'metre',
  6: 'metre per second',
  7: 'metre per second squared',
  8: 'newton',
  9: 'watt',
};

/** Bytes 231-232. The standard gives 4 twice. */
export const SOURCE_UNIT: WordCodes = {
  [-1]: 'other',
  0: 'unknown',
  1: 'joule',
  2: 'kilowatt',
  3: 'pascal',
  4: 'bar or bar-metre',
  5: 'newton',
  6: 'kilogram',
};

/** Bytes 217-218. */
export const SOURCE_TYPE: WordCodes = {
  [-1]: 'other',
  0: 'unknown',
  1: 'vibratory, vertical',
  2: 'vibratory, cross-line',
  3: 'vibratory, in-line',
  4: 'impulsive, vertical',
  5: 'impulsive, cross-line',
  6: 'impulsive, in-line',
  7: 'distributed impulsive, vertical',
  8: 'distributed impulsive, cross-line',
  9: 'distributed impulsive, in-line',
};

/** Bytes 3225-3226. */
export const SAMPLE_FORMAT: WordCodes = {
  1: '4-byte IBM floating-point',
  2: '4-byte integer',
  3: '2-byte integer',
  4: '4-byte fixed-point with gain (obsolete)',
  5: '4-byte IEEE floating-point',
  6: '8-byte IEEE floating-point',
  7: '3-byte integer',
  8: '1-byte integer',
  9: '8-byte integer',
  10: '4-byte unsigned integer',
  11: '2-byte unsigned integer',
  12: '8-byte unsigned integer',
  15: '3-byte unsigned integer',
  16: '1-byte unsigned integer',
};

/** Bytes 3229-3230. */
export const SORTING: WordCodes = {
  [-1]: 'other',
  0: 'unknown',
  1: 'as recorded',
  2: 'CDP ensemble',
  3: 'single fold continuous profile',
  4: 'horizontally stacked',
  5: 'common source point',
  6: 'common receiver point',
  7: 'common offset point',
  8: 'common mid-point',
  9: 'common conversion point',
};

/** Bytes 3251-3252. */
export const BINARY_GAIN: WordCodes = { 1: 'yes', 2: 'no' };

/** Bytes 3253-3254. */
export const AMPLITUDE_RECOVERY: WordCodes = { 1: 'none', 2: 'spherical divergence', 3: 'AGC', 4: 'other' };

/** Bytes 3255-3256. */
export const MEASUREMENT_SYSTEM: WordCodes = { 1: 'metres', 2: 'feet' };

/** Bytes 3257-3258. */
export const IMPULSE_POLARITY: WordCodes = {
  1: 'pressure increase or upward motion is negative',
  2: 'pressure increase or upward motion is positive',
};

/** Bytes 3259-3260: by how much the seismic signal lags the pilot. */
export const VIBRATORY_POLARITY: WordCodes = {
  1: '337.5° to 22.5°',
  2: '22.5° to 67.5°',
  3: '67.5° to 112.5°',
  4: '112.5° to 157.5°',
  5: '157.5° to 202.5°',
  6: '202.5° to 247.5°',
  7: '247.5° to 292.5°',
  8: '292.5° to 337.5°',
};

/** Bytes 3503-3504. */
export const FIXED_LENGTH: WordCodes = { 0: 'traces may differ in length', 1: 'all traces have the same length' };

/** Trace header extension 1, bytes 399-400. */
export const LAST_TRACE: WordCodes = {
  [-1]: 'not set',
  0: 'not the last',
  1: 'last of its ensemble',
  2: 'last of its line',
  3: 'last of its file',
  4: 'last of its survey',
};

/**
 * Trace header bytes 91 to 240: how the trace was recorded, and what rev 1 and later added. SEG-Y rev 2.1 (SEG, 2023),
 * table 3; names as in its appendix D-8. That gives six-byte words one name; here the exponent has its own, `..._exp`.
 */
import type { HeaderPlace } from '../mapping/header-place.ts';
import { wordsOf } from './header-word.ts';
import { COORDINATE_SCALAR } from './trace-geometry-words.ts';
import {
  CORRELATED,
  GAIN_TYPE,
  MEASUREMENT_UNIT,
  SOURCE_TYPE,
  SOURCE_UNIT,
  SWEEP_TYPE,
  TAPER_TYPE,
  TIME_BASIS,
} from './word-codes.ts';

const TIME_SCALAR: HeaderPlace = { byte: 215, type: 'int16' };
const SHOTPOINT_SCALAR: HeaderPlace = { byte: 201, type: 'int16' };

const velocity = { unit: 'm/s or ft/s' };
const time = { unit: 'ms', scalar: TIME_SCALAR };
const frequency = { unit: 'Hz' };
const slope = { unit: 'dB/octave' };
const coordinate = { scalar: COORDINATE_SCALAR };

export const RECORDING_WORDS = wordsOf([
  [91, 'int16', 'wvel', 'Weathering velocity', velocity],
  [93, 'int16', 'subwvel', 'Subweathering velocity', velocity],
  [95, 'int16', 'shuphole', 'Uphole time at source', time],
  [97, 'int16', 'rcuphole', 'Uphole time at receiver group', time],
  [99, 'int16', 'shstat', 'Source static correction', time],
  [101, 'int16', 'rcstat', 'Receiver group static correction', time],
  [103, 'int16', 'stapply', 'Total static applied', time],
  [105, 'int16', 'lagtimea', 'Lag time A', time],
  [107, 'int16', 'lagtimeb', 'Lag time B', time],
  [109, 'int16', 'delay', 'Delay recording time', time],
  [111, 'int16', 'mutestrt', 'Mute time, start', time],
  [113, 'int16', 'muteend', 'Mute time, end', time],
  [115, 'uint16', 'nsamps', 'Number of samples in this trace'],
  [117, 'int16', 'dt', 'Sample interval', { unit: 'µs' }],
  [119, 'int16', 'gaintype', 'Gain type of field instruments', { codes: GAIN_TYPE }],
  [121, 'int16', 'ingconst', 'Instrument gain constant', { unit: 'dB' }],
  [123, 'int16', 'initgain', 'Instrument early or initial gain', { unit: 'dB' }],
  [125, 'int16', 'corrflag', 'Correlated', { codes: CORRELATED }],
  [127, 'int16', 'sweepsrt', 'Sweep frequency at start', frequency],
  [129, 'int16', 'sweepend', 'Sweep frequency at end', frequency],
  [131, 'int16', 'sweeplng', 'Sweep length', { unit: 'ms' }],
  [133, 'int16', 'sweeptyp', 'Sweep type', { codes: SWEEP_TYPE }],
  [135, 'int16', 'sweepstp', 'Sweep taper length at start', { unit: 'ms' }],
  [137, 'int16', 'sweepetp', 'Sweep taper length at end', { unit: 'ms' }],
  [139, 'int16', 'tapertyp', 'Taper type', { codes: TAPER_TYPE }],
  [141, 'int16', 'aliasfil', 'Alias filter frequency', frequency],
  [143, 'int16', 'aliaslop', 'Alias filter slope', slope],
  [145, 'int16', 'notchfil', 'Notch filter frequency', frequency],
  [147, 'int16', 'notchslp', 'Notch filter slope', slope],
  [149, 'int16', 'lowcut', 'Low-cut frequency', frequency],
  [151, 'int16', 'highcut', 'High-cut frequency', frequency],
  [153, 'int16', 'lowcslop', 'Low-cut slope', slope],
  [155, 'int16', 'hicslop', 'High-cut slope', slope],
  [157, 'int16', 'year', 'Year of recording'],
  [159, 'int16', 'day', 'Day of year'],
  [161, 'int16', 'hour', 'Hour of day'],
  [163, 'int16', 'minute', 'Minute of hour'],
  [165, 'int16', 'second', 'Second of minute'],
  [167, 'int16', 'timebase', 'Time basis code', { codes: TIME_BASIS }],
  [169, 'int16', 'trweight', 'Trace weighting factor: 2^-N units'],
  [171, 'int16', 'rstaswp1', 'Geophone group of roll switch position one'],
  [173, 'int16', 'rstatrc1', 'Geophone group of trace one of the record'],
  [175, 'int16', 'rstatrcn', 'Geophone group of the last trace of the record'],
  [177, 'int16', 'gapsize', 'Gap size: groups dropped'],
  [179, 'int16', 'overtrvl', 'Over travel at start or end of line'],
  [181, 'int32', 'cdp_x', 'X of the ensemble (CDP)', coordinate],
  [185, 'int32', 'cdp_y', 'Y of the ensemble (CDP)', coordinate],
  [189, 'int32', 'iline', 'In-line number (3D poststack)'],
  [193, 'int32', 'xline', 'Cross-line number (3D poststack)'],
  [197, 'int32', 'sp', 'Shotpoint number', { scalar: SHOTPOINT_SCALAR }],
  [201, 'int16', 'sp_scal', 'Scalar of the shotpoint number (197-200)', { isScalar: true }],
  [203, 'int16', 'samp_unit', 'Trace value measurement unit', { codes: MEASUREMENT_UNIT }],
  [205, 'int32', 'trans_const', 'Transduction constant, mantissa'],
  [209, 'int16', 'trans_exp', 'Transduction constant, power of ten'],
  [211, 'int16', 'trans_unit', 'Transduction units', { codes: MEASUREMENT_UNIT }],
  [213, 'int16', 'dev_id', 'Device or trace identifier'],
  [215, 'int16', 'tm_scal', 'Scalar of times (95-114)', { isScalar: true }],
  [217, 'int16', 'src_type', 'Source type and orientation', { codes: SOURCE_TYPE }],
  [219, 'int16', 'src_dir1', 'Source energy direction, vertical', { unit: '0.1°' }],
  [221, 'int16', 'src_dir2', 'Source energy direction, cross-line', { unit: '0.1°' }],
  [223, 'int16', 'src_dir3', 'Source energy direction, in-line', { unit: '0.1°' }],
  [225, 'int32', 'smeasure', 'Source measurement, mantissa'],
  [229, 'int16', 'smeasure_exp', 'Source measurement, power of ten'],
  [231, 'int16', 'sm_unit', 'Source measurement unit', { codes: SOURCE_UNIT }],
  [233, 'uint64', 'header_name', 'Trace header name (rev 2.1: SEG00000)', { isText: true }],
]);

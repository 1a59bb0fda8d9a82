/**
 * Trace header bytes 1 to 90: what the trace is and where. SEG-Y rev 2.1 (SEG, 2023), table 3; names as in its appendix
 * D-8 (header layout stanza), which bytes they have by default included.
 */
import type { HeaderPlace } from '../mapping/header-place.ts';
import { wordsOf } from './header-word.ts';
import { COORDINATE_UNITS, DATA_USE, TRACE_IDENTIFICATION } from './word-codes.ts';

const ELEVATION_SCALAR: HeaderPlace = { byte: 69, type: 'int16' };
export const COORDINATE_SCALAR: HeaderPlace = { byte: 71, type: 'int16' };

const elevation = { unit: 'm or ft', scalar: ELEVATION_SCALAR };
const coordinate = { scalar: COORDINATE_SCALAR };

export const GEOMETRY_WORDS = wordsOf([
  [1, 'int32', 'linetrc', 'Trace sequence number within line'],
  [5, 'int32', 'reeltrc', 'Trace sequence number within file'],
  [9, 'int32', 'ffid', 'Original field record number'],
  [13, 'int32', 'chan', 'Trace number within the field record'],
  [17, 'int32', 'espnum', 'Energy source point number'],
  [21, 'int32', 'cdp', 'Ensemble number (CDP, CMP, CRP)'],
  [25, 'int32', 'cdptrc', 'Trace number within the ensemble'],
  [29, 'int16', 'trctype', 'Trace identification code', { codes: TRACE_IDENTIFICATION }],
  [31, 'int16', 'vstack', 'Vertically summed traces'],
  [33, 'int16', 'fold', 'Horizontally stacked traces'],
  [35, 'int16', 'rectype', 'Data use', { codes: DATA_USE }],
  [37, 'int32', 'offset', 'Distance from source to receiver group', { unit: 'm or ft' }],
  [41, 'int32', 'relev', 'Elevation of receiver group', elevation],
  [45, 'int32', 'selev', 'Surface elevation at source', elevation],
  [49, 'int32', 'sdepth', 'Source depth below surface', elevation],
  [53, 'int32', 'rdatum', 'Datum elevation at receiver group', elevation],
  [57, 'int32', 'sdatum', 'Datum elevation at source', elevation],
  [61, 'int32', 'wdepthso', 'Water column height at source', elevation],
  [65, 'int32', 'wdepthrc', 'Water column height at receiver group', elevation],
  [69, 'int16', 'ed_scal', 'Scalar of elevations and depths (41-68)', { isScalar: true }],
  [71, 'int16', 'co_scal', 'Scalar of coordinates (73-88, 181-188)', { isScalar: true }],
  [73, 'int32', 'sht_x', 'Source coordinate X', coordinate],
  [77, 'int32', 'sht_y', 'Source coordinate Y', coordinate],
  [81, 'int32', 'rec_x', 'Receiver group coordinate X', coordinate],
  [85, 'int32', 'rec_y', 'Receiver group coordinate Y', coordinate],
  [89, 'int16', 'coorunit', 'Coordinate units', { codes: COORDINATE_UNITS }],
]);

/**
 * Trace header extension 1, `SEG00001`: the 240 bytes behind the trace header in files of rev 2 and later that state
 * extensions in bytes 3507-3508. SEG-Y rev 2.1 (SEG, 2023), table 4; names as in its appendix D-8, where each header has
 * names of its own, and here the prefix `ext1.`. Bytes are counted on from the trace header's 240.
 */
import { wordsOf } from './header-word.ts';
import { LAST_TRACE } from './word-codes.ts';

const length = { unit: 'm or ft' };

export const EXTENSION_1_WORDS = wordsOf([
  [241, 'uint64', 'ext1.linetrc', 'Extended trace sequence number within line'],
  [249, 'uint64', 'ext1.reeltrc', 'Extended trace sequence number within file'],
  [257, 'int64', 'ext1.ffid', 'Extended original field record number'],
  [265, 'int64', 'ext1.cdp', 'Extended ensemble number'],
  [273, 'float64', 'ext1.relev', 'Extended elevation of receiver group', length],
  [281, 'float64', 'ext1.rdepth', 'Receiver group depth below surface', length],
  [289, 'float64', 'ext1.selev', 'Extended surface elevation at source', length],
  [297, 'float64', 'ext1.sdepth', 'Extended source depth below surface', length],
  [305, 'float64', 'ext1.rdatum', 'Extended datum elevation at receiver group', length],
  [313, 'float64', 'ext1.sdatum', 'Extended datum elevation at source', length],
  [321, 'float64', 'ext1.wdepthso', 'Extended water column height at source', length],
  [329, 'float64', 'ext1.wdepthrc', 'Extended water column height at receiver group', length],
  [337, 'float64', 'ext1.sht_x', 'Extended source coordinate X'],
  [345, 'float64', 'ext1.sht_y', 'Extended source coordinate Y'],
  [353, 'float64', 'ext1.rec_x', 'Extended receiver group coordinate X'],
  [361, 'float64', 'ext1.rec_y', 'Extended receiver group coordinate Y'],
  [369, 'float64', 'ext1.offset', 'Extended distance from source to receiver group', length],
  [377, 'uint32', 'ext1.nsamps', 'Extended number of samples in this trace'],
  [381, 'int32', 'ext1.nanosecs', 'Nanoseconds to add to the second of minute', { unit: 'ns' }],
  [385, 'float64', 'ext1.dt', 'Extended sample interval', { unit: 'µs' }],
  [393, 'int32', 'ext1.cable_num', 'Cable number or recording device identifier'],
  [397, 'uint16', 'ext1.extensions', 'Trace header extensions of this trace'],
  [399, 'int16', 'ext1.last_trc', 'Last trace flag', { codes: LAST_TRACE }],
  [401, 'float64', 'ext1.cdp_x', 'Extended X of the ensemble (CDP)'],
  [409, 'float64', 'ext1.cdp_y', 'Extended Y of the ensemble (CDP)'],
  [473, 'uint64', 'ext1.header_name', 'Trace header name: SEG00001', { isText: true }],
]);

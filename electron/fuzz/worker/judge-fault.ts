/** Which faults a user may meet where. */
import { describeFault, type CrosslineFault, type FaultCode } from '../../../shared/errors.ts';
import { FuzzFailure } from './fuzz-failure.ts';

/** The content is no survey, or less than one trace of it. */
const REFUSALS: readonly FaultCode[] = [
  'not-segy',
  'not-hdf5',
  'choose-dataset',
  'truncated',
  'unsupported-format',
  'unsupported-byte-order',
  'damaged',
];
/** Somebody else wrote, moved or removed the file meanwhile. */
const OF_CHANGE: readonly FaultCode[] = ['file-changed', 'file-not-found', 'io-failed'];
/** The survey failed before. */
const AFTER_CHANGE: readonly FaultCode[] = [...OF_CHANGE, 'survey-not-open'];

export interface Circumstances {
  readonly hasOverrides: boolean;
  /** Another program has touched the file. */
  readonly isChanged: boolean;
}

/** @throws FuzzFailure */
export function judgeRefusal(fault: CrosslineFault, { hasOverrides, isChanged }: Circumstances): void {
  checkWords(fault);
  const allowed = [...REFUSALS, ...(hasOverrides ? ['usage'] : []), ...(isChanged ? OF_CHANGE : [])];
  if (!allowed.includes(fault.code)) throw new FuzzFailure('misplaced', `opening failed: ${faultText(fault)}`);
}

/** Of a read that the survey's own description allows. @throws FuzzFailure */
export function judgeRead(what: string, fault: CrosslineFault, { isChanged }: Circumstances): void {
  checkWords(fault);
  // Chunks are decoded when they are read, and one that is damaged takes only what lies in it along.
  if (fault.code === 'damaged') return;
  if (!isChanged) throw new FuzzFailure('unreadable', `${what}: ${faultText(fault)}`);
  if (!AFTER_CHANGE.includes(fault.code)) throw new FuzzFailure('misplaced', `${what}: ${faultText(fault)}`);
}

/** Of what opens an open survey's file anew, which may be another file by now. @throws FuzzFailure */
export function judgeNewLook(what: string, fault: CrosslineFault, circumstances: Circumstances): void {
  if (circumstances.isChanged && REFUSALS.includes(fault.code)) checkWords(fault);
  else judgeRead(what, fault, circumstances);
}

/** Of a request for what the survey does not have. @throws FuzzFailure */
export function judgeImpossible(what: string, fault: CrosslineFault | null, { isChanged }: Circumstances): void {
  if (fault !== null) checkWords(fault);
  const allowed: readonly FaultCode[] = ['out-of-range', 'usage', ...(isChanged ? AFTER_CHANGE : [])];
  if (fault === null) throw new FuzzFailure('misplaced', `${what} was answered`);
  if (!allowed.includes(fault.code)) throw new FuzzFailure('misplaced', `${what}: ${faultText(fault)}`);
}

/** Words that come of a missing value, not of a message. */
const HOLLOW = /\bundefined\b|\bNaN\b|\bnull\b|\[object /;

/** @throws FuzzFailure */
export function checkWords(fault: CrosslineFault): void {
  if (fault.code === 'internal') throw new FuzzFailure('internal', fault.detail);
  const { message, advice } = describeFault(fault);
  for (const text of [message, advice]) checkText(text);
}

/** @throws FuzzFailure */
export function checkText(text: string): void {
  if (text.trim() === '' || HOLLOW.test(text)) throw new FuzzFailure('internal', `a text for the user reads "${text}"`);
}

export const faultText = (fault: CrosslineFault): string => `${fault.code}: ${describeFault(fault).message}`;

/**
 * Every failure a user can meet, as plain data: faults cross processes, `CrosslineError` does not. Foreign errors are
 * translated once, in the file that calls the library or the system.
 */
export type CrosslineFault =
  /** The path names nothing. */
  | { readonly code: 'file-not-found'; readonly path: string }
  /** The system refused to open it. */
  | { readonly code: 'no-permission'; readonly path: string }
  /** A device or pipe. */
  | { readonly code: 'not-a-file'; readonly path: string }
  | { readonly code: 'is-folder'; readonly path: string }
  /** The local host serves only what its command line allowed. */
  | { readonly code: 'outside-roots'; readonly path: string }
  /** The content contradicts SEG-Y; `reason` says what was looked at. */
  | { readonly code: 'not-segy'; readonly path: string; readonly reason: string }
  /** An HDF5 file that is damaged, or holds no survey; `reason` says what was looked at. */
  | { readonly code: 'not-hdf5'; readonly path: string; readonly reason: string }
  /** The cube file that served a survey's slices can no longer be read; `survey` names the file that serves them again. */
  | { readonly code: 'cube-file-lost'; readonly path: string; readonly survey: string; readonly reason: string }
  /** A part of the file cannot be decoded, the rest may be read; `detail` says which and why. */
  | { readonly code: 'damaged'; readonly path: string; readonly detail: string }
  /** An HDF5 file that does not say by itself which dataset is the survey; `datasets` are those that may be. */
  | { readonly code: 'choose-dataset'; readonly path: string; readonly datasets: readonly string[] }
  /** The file ends before the first complete trace. */
  | { readonly code: 'truncated'; readonly path: string; readonly expectedBytes: number; readonly actualBytes: number }
  /** A sample format that no revision of SEG-Y defines. */
  | { readonly code: 'unsupported-format'; readonly path: string; readonly formatCode: number }
  /** SEG-Y rev 2's constant in bytes 3297-3300 says that each pair of bytes is swapped. */
  | { readonly code: 'unsupported-byte-order'; readonly path: string }
  /** The file shrank, changed or vanished while open. */
  | { readonly code: 'file-changed'; readonly path: string; readonly detail: string }
  /** A line, sample or count that the survey does not have. */
  | { readonly code: 'out-of-range'; readonly what: string; readonly requested: number; readonly available: string }
  /** A time was asked of a depth survey, or a depth of a time survey. */
  | { readonly code: 'wrong-domain'; readonly asked: 'time' | 'depth'; readonly domain: 'time' | 'depth' }
  | { readonly code: 'survey-not-open'; readonly surveyId: string }
  /** A newer request of the same stream replaced this one. Not shown to users. */
  | { readonly code: 'superseded'; readonly requestId: number }
  /**
   * The slice would take about so long, and was asked for only if it does not. Every n-th row and column come soon. Not shown
   * to users.
   */
  | { readonly code: 'slow-slice'; readonly estimatedMs: number; readonly every: number }
  /** The caller cancelled. Not shown to users. */
  | { readonly code: 'cancelled' }
  /** The system lets this program open no further file. */
  | { readonly code: 'too-many-open'; readonly path: string }
  | { readonly code: 'disk-full'; readonly path: string }
  | { readonly code: 'file-exists'; readonly path: string }
  /** A read or write that the system failed for another reason. */
  | { readonly code: 'io-failed'; readonly path: string; readonly detail: string }
  /** A document of crossings that is not as its schema says; `problems` are the first of `count`. */
  | {
      readonly code: 'wrong-document';
      readonly path: string;
      readonly problems: readonly { readonly path: string; readonly detail: string }[];
      readonly count: number;
    }
  /** A job ended with an error of its own. */
  | { readonly code: 'job-failed'; readonly job: string; readonly detail: string }
  /** A job's process died. Nothing else is harmed; it can be started again. */
  | {
      readonly code: 'job-crashed';
      readonly job: string;
      readonly exitCode: number | null;
      readonly signal: string | null;
    }
  /** The connection to the engine is gone; the page reconnects by itself. */
  | { readonly code: 'engine-lost' }
  /** Words on the command line or in a message that cannot be understood. */
  | { readonly code: 'usage'; readonly detail: string }
  /** A filter over header words that cannot be understood, and the part of it that is wrong, in characters from 0. */
  | {
      readonly code: 'wrong-expression';
      readonly expression: string;
      readonly start: number;
      readonly end: number;
      readonly detail: string;
    }
  /** The matches of a filter are no longer kept: the survey was read anew, or the engine started again. */
  | { readonly code: 'filter-gone' }
  /** A defect in Crossline. */
  | { readonly code: 'internal'; readonly detail: string };

export type FaultCode = CrosslineFault['code'];

export class CrosslineError extends Error {
  readonly fault: CrosslineFault;

  constructor(fault: CrosslineFault, options?: ErrorOptions) {
    super(describeFault(fault).message, options);
    this.name = 'CrosslineError';
    this.fault = fault;
  }
}

export const isCrosslineError = (value: unknown): value is CrosslineError => value instanceof CrosslineError;

/** The fault of whatever was thrown; anything foreign is a defect here, since it should have been translated. */
export function faultOf(thrown: unknown): CrosslineFault {
  if (isCrosslineError(thrown)) return thrown.fault;
  if (thrown instanceof Error && thrown.name === 'AbortError') return { code: 'cancelled' };
  return { code: 'internal', detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
}

export interface FaultText {
  /** What happened. One sentence. */
  readonly message: string;
  /** What the user can do. One sentence. */
  readonly advice: string;
}

export function describeFault(fault: CrosslineFault): FaultText {
  switch (fault.code) {
    case 'file-not-found':
      return {
        message: `There is no file at ${fault.path}.`,
        advice: 'Check the name, or whether its disk is connected.',
      };
    case 'no-permission':
      return {
        message: `The system does not allow reading or writing ${fault.path}.`,
        advice: 'Change its permissions, or copy it to a folder of yours.',
      };
    case 'not-a-file':
      return { message: `${fault.path} is not a regular file.`, advice: 'Choose the survey file inside it.' };
    case 'is-folder':
      return {
        message: `${fault.path} is a folder.`,
        advice: 'Choose a file in it, or open the folder to see the surveys that it holds.',
      };
    case 'outside-roots':
      return {
        message: `${fault.path} lies outside the folders that this host may serve.`,
        advice: 'Start the host with --root and its folder, or name the file on its command line.',
      };
    case 'not-segy':
      return {
        message: `${fault.path} is not a SEG-Y file: ${fault.reason}.`,
        advice: 'Choose a SEG-Y file (.sgy, .segy).',
      };
    case 'not-hdf5':
      return {
        message: `${fault.path} cannot be read as an HDF5 survey: ${fault.reason}.`,
        advice: 'Look at it with h5dump, or write it again.',
      };
    case 'cube-file-lost':
      return {
        message: `A cube file can no longer be read. ${fault.reason}`,
        advice: `Slices come from ${fault.survey} again; build the cube file anew when you want it.`,
      };
    case 'damaged':
      return {
        message: `A part of ${fault.path} is damaged: ${fault.detail}.`,
        advice: 'Copy the file again from its source; what lies elsewhere in it can still be read.',
      };
    case 'choose-dataset':
      return {
        message: `${fault.path} does not say which of its datasets is the survey, or which axis is which: ${listed(fault.datasets)}.`,
        advice: 'Choose the dataset and its axes, on the command line with --dataset and --axes.',
      };
    case 'truncated':
      return {
        message: `${fault.path} ends early: ${String(fault.actualBytes)} bytes where at least ${String(fault.expectedBytes)} are needed.`,
        advice: 'Copy it again from its source.',
      };
    case 'unsupported-format':
      return {
        message: `${fault.path} states sample format ${String(fault.formatCode)} (bytes 3225-3226), which no revision of SEG-Y defines.`,
        advice:
          'Say how its samples are stored (--format: 1 IBM floats, 5 IEEE floats, 3 16-bit integers, …), or in which byte order.',
      };
    case 'unsupported-byte-order':
      return {
        message: `${fault.path} has each pair of its bytes swapped (bytes 3297-3300).`,
        advice: 'Swap them back, e.g. with: dd if=FILE of=SWAPPED conv=swab.',
      };
    case 'file-changed':
      return {
        message: `${fault.path} changed while it was open: ${fault.detail}.`,
        advice: 'Wait until whatever writes it has finished, then open it again.',
      };
    case 'out-of-range':
      return {
        message: `${fault.what} ${String(fault.requested)} is not in this survey.`,
        advice: `Choose one of ${fault.available}.`,
      };
    case 'wrong-domain':
      return {
        message: `This survey is in ${fault.domain}, not in ${fault.asked}.`,
        advice: `Ask for a ${fault.domain} instead.`,
      };
    case 'survey-not-open':
      return { message: `The survey ${fault.surveyId} is not open.`, advice: 'Open it again.' };
    case 'superseded':
      return {
        message: `Request ${String(fault.requestId)} was replaced by a newer one.`,
        advice: 'Nothing needs to be done.',
      };
    case 'slow-slice':
      return {
        message: `This slice would take about ${(fault.estimatedMs / 1000).toFixed(1)} s.`,
        advice: 'Ask for a coarse one first.',
      };
    case 'cancelled':
      return { message: 'Cancelled.', advice: 'Start it again when you want it.' };
    case 'too-many-open':
      return {
        message: `${fault.path} cannot be opened beside all that is open: the system's limit of open files is reached.`,
        advice: 'Close some surveys, or start Crossline with a higher limit (ulimit -n).',
      };
    case 'disk-full':
      return { message: `The disk of ${fault.path} is full.`, advice: 'Free some space, or choose another folder.' };
    case 'file-exists':
      return { message: `${fault.path} exists already.`, advice: 'Choose another name, or move it away.' };
    case 'io-failed':
      return {
        message: `Reading or writing ${fault.path} failed: ${fault.detail}.`,
        advice: 'Check the disk, then try again.',
      };
    case 'wrong-document': {
      const shown = fault.problems.map(({ path, detail }) => `${path} ${detail}`).join('; ');
      const rest = fault.count - fault.problems.length;
      return {
        message: `${fault.path} cannot be read: ${shown}${rest > 0 ? `; and ${String(rest)} more` : ''}.`,
        advice: 'Mend what is named, or write it again.',
      };
    }
    case 'job-failed':
      return { message: `${fault.job} failed: ${fault.detail}.`, advice: 'Mend what it names, then start it again.' };
    case 'job-crashed':
      return {
        message: `${fault.job} ended unexpectedly (${fault.signal ?? `exit code ${String(fault.exitCode)}`}).`,
        advice: 'Start it again; nothing else was harmed.',
      };
    case 'engine-lost':
      return {
        message: 'The connection to the engine was lost.',
        advice: 'It is tried again by itself; if it stays lost, start Crossline again.',
      };
    case 'usage':
      return { message: `${fault.detail}.`, advice: 'See --help.' };
    case 'wrong-expression':
      return {
        message: `The expression is wrong at character ${String(fault.start + 1)}: ${fault.detail}.`,
        advice: 'Write conditions on header words, e.g. inline >= 100 and byte(37, int32) % 2 == 1.',
      };
    case 'filter-gone':
      return { message: 'The matches of this filter are no longer kept.', advice: 'Filter again.' };
    case 'internal':
      return {
        message: `Something went wrong inside Crossline: ${fault.detail}.`,
        advice: 'Please report it with what you did.',
      };
  }
}

/** More names than these tell nothing more. */
const MOST_NAMES = 5;

const listed = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${String(names.length - MOST_NAMES)} more`;

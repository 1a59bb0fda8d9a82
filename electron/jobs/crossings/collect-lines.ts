/** Reads where the 2D lines of files are, and says of everything else why it is left out. */
import { basename, dirname } from 'node:path';
import { describeFault, faultOf } from '../../../shared/errors.ts';
import { compareProfileIds, type ProfileId } from '../../../shared/exchange/create-document.ts';
import { lineKeyOf, profileIdOf, surveyIdOf } from '../../../shared/exchange/document-ids.ts';
import type { CoordinateUnit, MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex, traceIndex } from '../../../shared/units.ts';
import { fingerprintOf } from '../../formats/segy/accepted/fingerprint.ts';
import { SegySource } from '../../formats/segy/segy-source.ts';
import { cancelled } from '../../native/file-faults.ts';
import type { NativeReader } from '../../native/native-reader.ts';
import type { SourceOpener } from '../../engine/open-source.ts';
import { completeGeometry } from '../open-in-job.ts';
import { inOneUnit } from './one-unit.ts';

export interface LineFile {
  readonly path: string;
  /** For notes. */
  readonly name: string;
  /** Named by the user, so that it must be read; what lies in a folder may be anything. */
  readonly isNamed: boolean;
  /** How it is read; where it is left out, as the file was accepted or is detected. */
  readonly overrides?: MappingOverrides;
}

export interface CollectedLine extends ProfileId {
  /** What people call it. */
  readonly name: string;
  readonly path: string;
  /** Null: as the file was accepted or is detected. */
  readonly overrides: MappingOverrides | null;
  readonly unit: CoordinateUnit;
  /** World positions of its traces; NaN where one has none. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 0-based in the file, of each trace of the line. */
  readonly traces: Int32Array;
}

export interface CollectedLines {
  /** By survey id and profile id. */
  readonly lines: readonly CollectedLine[];
  /** What was left out, and why, in the order of the files: a sentence each. */
  readonly notes: readonly string[];
}

export interface CollectContext {
  readonly reader: NativeReader;
  readonly opener: SourceOpener;
  readonly signal: AbortSignal;
  /** Files. */
  readonly onProgress: (done: number, total: number) => void;
}

/** While one waits for the disk or for the addon's threads, the next is read. */
const FILES_AT_A_TIME = 4;

type FoundLines = CollectedLines & { readonly isSurvey: boolean };

/** @throws CrosslineError cancelled; what opening a named file throws */
export async function collectLines(files: readonly LineFile[], context: CollectContext): Promise<CollectedLines> {
  const found: FoundLines[] = [];
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < files.length && !context.signal.aborted) {
      const at = next;
      next += 1;
      found[at] = await linesOfFile(files[at]!, context);
      done += 1;
      context.onProgress(done, files.length);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_A_TIME }, lane));
  if (context.signal.aborted) throw cancelled();
  const notes = found.flatMap((each) => each.notes);
  const strangers = files.filter((_, at) => !found[at]!.isSurvey).map(({ name }) => name);
  if (strangers.length > 0) notes.push(`Not a survey: ${strangers.join(', ')}.`);
  const lines = withoutRepeats(
    inOneUnit(
      found.flatMap((each) => each.lines),
      notes,
    ),
    notes,
  );
  return { lines: lines.toSorted(compareProfileIds), notes };
}

async function linesOfFile(file: LineFile, context: CollectContext): Promise<FoundLines> {
  try {
    const opened = await context.opener.open(file.path, file.name, file.overrides ?? null);
    try {
      await completeGeometry(opened, file.path, context);
      return { ...(await linesOf(opened.source, file)), isSurvey: true };
    } finally {
      await opened.source.close();
    }
  } catch (thrown) {
    if (file.isNamed) throw thrown;
    const fault = faultOf(thrown);
    const isSurvey = fault.code !== 'not-segy';
    return { lines: [], notes: isSurvey ? [`Left out ${file.name}: ${describeFault(fault).message}`] : [], isSurvey };
  }
}

const KINDS: Readonly<Record<Exclude<SurveyInfo['kind'], 'line'>, string>> = {
  cube: 'a cube',
  gathers: 'gathers',
  traces: 'traces without a known geometry',
};

async function linesOf(source: { readonly info: SurveyInfo }, file: LineFile): Promise<CollectedLines> {
  const { info } = source;
  const leftOut = (reason: string): string => `Left out ${file.name}: ${reason}.`;
  if (!(source instanceof SegySource) || info.kind !== 'line' || info.lines === null) {
    return {
      lines: [],
      notes: [leftOut(`it holds ${info.kind === 'line' ? 'no line' : KINDS[info.kind]}, not 2D lines`)],
    };
  }
  const fingerprint = await fingerprintOf(source.stored.file);
  const survey = surveyIdOf(basename(dirname(file.path)));
  const lines: CollectedLine[] = [];
  const notes: string[] = [];
  info.lines.lines.forEach(({ name, traceCount, firstTrace }, index) => {
    const range = { line: lineIndex(index), first: traceIndex(0), count: traceCount, every: 1 };
    const { positions, trace: traces } = source.navigation(range);
    if (positions === null) {
      notes.push(leftOut(`${name} has no coordinates, or they are angles`));
      return;
    }
    const profile = profileIdOf(fingerprint.file, lineKeyOf({ name, firstTrace }));
    const unit = info.mapping?.mapping.coordinateUnit ?? 'metres';
    const { x, y } = positions;
    lines.push({ survey, profile, name, path: file.path, overrides: file.overrides ?? null, unit, x, y, traces });
  });
  return { lines, notes };
}

/** A copy of a file beside it is the same line. */
function withoutRepeats(lines: readonly CollectedLine[], notes: string[]): readonly CollectedLine[] {
  const seen = new Map<string, CollectedLine>();
  return lines.filter((line) => {
    const key = `${line.survey}/${line.profile}`;
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, line);
    else notes.push(`Left out ${line.name} of ${line.path}: it is the same line as in ${earlier.path}.`);
    return earlier === undefined;
  });
}

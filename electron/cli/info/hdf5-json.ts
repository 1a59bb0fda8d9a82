import { describeFault, type CrosslineFault } from '../../../shared/errors.ts';
import type { Hdf5Node, Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { surveyJson, type SurveyJson } from './survey-json.ts';

/**
 * What `crossline info FILE.h5 --json` prints: the survey as of any other file, and what the file holds. Scripts rely on it: names
 * may be added, none renamed or removed.
 */
export type Hdf5InfoJson = (SurveyJson | { readonly path: string }) & {
  /** Why it is no survey by itself; null where it is one. */
  readonly fault: { readonly code: CrosslineFault['code']; readonly message: string; readonly advice: string } | null;
  readonly hdf5: {
    /** Parents before children. */
    readonly nodes: readonly Hdf5Node[];
    /** There is more than is listed. */
    readonly isCut: boolean;
    /** Ways to read it, best first, as `--mapping` takes them. */
    readonly proposals: readonly {
      readonly isCertain: boolean;
      readonly reasons: readonly string[];
      readonly mapping: Readonly<Record<string, string | number | null>>;
    }[];
  };
};

export const hdf5Json = (
  path: string,
  survey: SurveyInfo | null,
  fault: CrosslineFault | null,
  { nodes, isCut, proposals }: Hdf5Outline,
): Hdf5InfoJson => ({
  ...(survey === null ? { path } : surveyJson(survey)),
  fault: fault && { code: fault.code, ...describeFault(fault) },
  hdf5: {
    nodes,
    isCut,
    proposals: proposals.map(({ isCertain, reasons, overrides }) => ({
      isCertain,
      reasons,
      mapping: overridesToJson(overrides),
    })),
  },
});

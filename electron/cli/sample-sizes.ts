import type { SampleSize } from '../../shared/contract.ts';

/** As the command line spells them. */
export const SAMPLE_SIZES: readonly SampleSize[] = ['small', 'medium', 'large'];

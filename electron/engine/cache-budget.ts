import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;

/**
 * An eighth of the machine's memory, between 128 MB (60 exact sections of 500 x 1000) and 512 MB. Beyond that the
 * memory serves better as the system's page cache, from which a section takes a fraction of a millisecond.
 */
export const defaultCacheBudget = (): number => Math.min(Math.max(totalmem() / 8, 128 * MEGABYTE), 512 * MEGABYTE);

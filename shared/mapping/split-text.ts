/** Ways to tell lines apart as `--split` takes them. */
import { placeText } from './header-place.ts';
import type { LineSplit } from './segy-mapping.ts';

export const splitText = (split: LineSplit): string => (typeof split === 'string' ? split : `byte:${placeText(split)}`);

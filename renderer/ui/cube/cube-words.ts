/** What there is of a cube file, in words. */
import type { CubeFileState } from '../../../shared/cube-file.ts';
import { fileNameOf, formatBytes } from '../shell/format.ts';
import type { Fact } from '../tree/survey-facts.ts';

const PURPOSE =
  'It holds the samples once for each kind of slice, so that inlines, crosslines and time slices all read at the speed of memory.';

/** @param survey name of its file */
export function cubeSentences(cubeFile: CubeFileState, survey: string): string[] {
  const file = fileNameOf(cubeFile.path);
  switch (cubeFile.status) {
    case 'none':
      return [
        PURPOSE,
        `${survey} stays as it is: headers and exact values go on coming from it.`,
        ...(cubeFile.isBegun ? ['A build was interrupted; the next one goes on behind what that finished.'] : []),
      ];
    case 'building':
      return [`${file} is being built. ${survey} can be looked at meanwhile.`];
    case 'serving':
      return [`Slices come from ${file}; headers and exact values from ${survey}.`];
    case 'unused':
      return [`${file} is not used: slices come from ${survey}.`, cubeFile.reason];
    case 'lost':
      return [
        cubeFile.fault.code === 'cube-file-lost' ? cubeFile.fault.reason : '',
        `Slices come from ${survey} again.`,
      ];
  }
}

/** E.g. "ilines, hlines". */
const ORDERS: Readonly<Record<string, string>> = { ilines: 'inlines', hlines: 'time slices', xlines: 'crosslines' };

export function cubeFacts(cubeFile: CubeFileState): Fact[] {
  const place = { name: cubeFile.status === 'none' ? 'Where' : 'File', value: cubeFile.path };
  if (cubeFile.status === 'none')
    return [place, { name: 'Size', value: `about ${formatBytes(cubeFile.expectedBytes)}` }];
  if (cubeFile.status !== 'serving') return [place];
  const orders = cubeFile.layouts.map((layout) => `${layout} (whole ${ORDERS[layout] ?? layout})`);
  return [place, { name: 'Size', value: formatBytes(cubeFile.bytes) }, { name: 'Orders', value: orders.join(', ') }];
}

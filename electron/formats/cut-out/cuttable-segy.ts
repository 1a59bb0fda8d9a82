import { CrosslineError } from '../../../shared/errors.ts';
import { FileWindow } from '../hdf5/convert/file-window.ts';
import type { SegySource } from '../segy/segy-source.ts';
import { traceAtGrid } from '../segy/survey-geometry.ts';
import { sampleOffset, storedSamples, traceOffset } from '../segy/trace-layout.ts';
import type { CuttableCube } from './cuttable.ts';

/**
 * @param source whose every header was read
 * @throws CrosslineError usage where it is no cube
 */
export function cuttableSegy({ info, stored }: SegySource): CuttableCube {
  const { file, description, knowledge } = stored;
  const { layout } = description;
  const { geometry, alignment } = knowledge;
  if (geometry.kind !== 'cube' || info.mapping === null) {
    throw new CrosslineError({ code: 'usage', detail: `${info.name} is no cube, so nothing can be cut out of it` });
  }
  const { inline, crossline } = geometry;
  return {
    name: info.name,
    inline,
    crossline,
    samples: info.samples,
    layout: { format: layout.format, byteOrder: layout.byteOrder },
    headerBytes: layout.headerBytes,
    traceCount: layout.traceCount,
    mapping: info.mapping.mapping,
    notes: [],
    traceAt: (i, x) => traceAtGrid(geometry, i, x),
    shiftOf: (trace) => alignment.shifts?.[trace] ?? 0,
    samplesOf: (trace) => storedSamples(layout, trace),
    readFront: async () => {
      const front = new Uint8Array(layout.firstTraceOffset);
      await file.readBytes(0, front, null);
      return front;
    },
    openTraces: (_, signal) => {
      const [headers, samples] = [new FileWindow(file, signal), new FileWindow(file, signal)];
      return Promise.resolve({
        header: (trace) => headers.read(traceOffset(layout, trace), layout.headerBytes),
        samples: (trace, first, count) =>
          samples.read(sampleOffset(layout, trace, first), count * layout.bytesPerSample),
      });
    },
  };
}

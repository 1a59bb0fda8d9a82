/** The labels of an axis, read from where the mapping says that they are. */
import { axisValuesFromText } from '../../../../shared/hdf5/axis-values.ts';
import type { AttributeValue } from '../read/attribute.ts';
import type { ForeignNode } from './foreign-node.ts';
import type { NumberReader } from './read-numbers.ts';
import { wrong } from './settle-dataset.ts';

/**
 * Null where positions are only counted.
 * @param axis what it is called in an error
 * @throws CrosslineError usage where the source does not fit the axis
 */
export async function axisNumbers(
  text: string,
  { axis, count }: { readonly axis: string; readonly count: number },
  nodes: readonly ForeignNode[],
  read: NumberReader,
): Promise<readonly number[] | null> {
  const source = axisValuesFromText(text);
  switch (source?.kind) {
    case undefined:
      throw wrong(`"${text}" says no values of the ${axis} axis`);
    case 'count':
      return null;
    case 'numbers':
      return stepped(source.first, source.step, count);
    case 'dataset': {
      const values = await read(source.path);
      if (values === null) throw wrong(`${source.path} is no dataset of numbers`);
      if (values.length !== count) {
        throw wrong(`${source.path} has ${values.length} numbers where the ${axis} axis has ${count} positions`);
      }
      return [...values];
    }
    case 'attributes': {
      const attributes = nodes.find(({ path }) => path === source.path)?.attributes ?? {};
      const numbers = [attributes[source.first], attributes[source.step]].map(numberOf);
      const [first, step] = numbers;
      if (first === null || first === undefined || step === null || step === undefined || step === 0) {
        throw wrong(`${source.path} has no attributes ${source.first} and ${source.step} with a number each`);
      }
      return stepped(first, step, count);
    }
  }
}

const stepped = (first: number, step: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i * step);

/** netCDF keeps single numbers as lists of one. */
function numberOf(value: AttributeValue | undefined): number | null {
  const single = Array.isArray(value) && value.length === 1 ? (value as readonly unknown[])[0] : value;
  return typeof single === 'number' && Number.isFinite(single) ? single : null;
}

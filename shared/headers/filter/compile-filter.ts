/**
 * Expressions as loops over columns: each part of an expression is one pass over a block of traces, into an array that it
 * keeps. Nothing is made from text at run time, which the page's content security policy would forbid.
 */
import { samePlace, type HeaderPlace } from '../../mapping/header-place.ts';
import type { FilterNode } from './filter-syntax.ts';

export interface CompiledFilter {
  /** The words that it reads, each once. */
  readonly places: readonly HeaderPlace[];
  /**
   * `into[i]` becomes 1 where `traces[i]` matches, else 0.
   * @param columns one a place, of as many values as there are traces
   * @param traces 0-based
   */
  evaluate(columns: readonly Float64Array[], traces: Float64Array, into: Uint8Array): void;
}

interface Block {
  readonly columns: readonly Float64Array[];
  readonly traces: Float64Array;
  readonly count: number;
}

/** @returns `count` values, which stay as they are until its next call; 1 and 0 where it is a condition */
type Evaluator = (block: Block) => Float64Array;

/** @param filter a condition, as `parseFilter` gives it */
export function compileFilter(filter: FilterNode): CompiledFilter {
  const places: HeaderPlace[] = [];
  const evaluator = compile(filter, (place) => {
    const known = places.findIndex((other) => samePlace(other, place));
    return known >= 0 ? known : places.push(place) - 1;
  });
  return {
    places,
    evaluate: (columns, traces, into) => {
      const count = traces.length;
      const values = evaluator({ columns, traces, count });
      for (let i = 0; i < count; i += 1) into[i] = values[i]!;
    },
  };
}

function compile(node: FilterNode, columnOf: (place: HeaderPlace) => number): Evaluator {
  switch (node.kind) {
    case 'word': {
      const column = columnOf(node.place);
      return ({ columns }) => columns[column]!;
    }
    case 'number':
      return computed((into) => into.fill(node.value));
    case 'trace':
      return computed((into, { traces, count }) => {
        for (let i = 0; i < count; i += 1) into[i] = traces[i]! + 1;
      });
    case 'binary': {
      const left = compile(node.left, columnOf);
      const right = compile(node.right, columnOf);
      const operate = BINARY[node.operator];
      return computed((into, block) => operate(left(block), right(block), into, block.count));
    }
    default: {
      const operand = compile(node.operand, columnOf);
      const operate = UNARY[node.kind];
      return computed((into, block) => operate(operand(block), into, block.count));
    }
  }
}

/** Keeps the array that `fill` fills from block to block. */
function computed(fill: (into: Float64Array, block: Block) => void): Evaluator {
  let values = new Float64Array(0);
  return (block) => {
    if (values.length < block.count) values = new Float64Array(block.count);
    fill(values, block);
    return values;
  };
}

type Unary = (a: Float64Array, into: Float64Array, count: number) => void;
type Binary = (a: Float64Array, b: Float64Array, into: Float64Array, count: number) => void;

/** A loop for each operation, so that each is compiled for itself. */
const UNARY: Readonly<Record<'negative' | 'absolute' | 'not', Unary>> = {
  negative: (a, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = -a[i]!;
  },
  absolute: (a, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = Math.abs(a[i]!);
  },
  not: (a, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = 1 - a[i]!;
  },
};

const BINARY: Readonly<Record<Extract<FilterNode, { kind: 'binary' }>['operator'], Binary>> = {
  '+': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! + b[i]!;
  },
  '-': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! - b[i]!;
  },
  '*': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! * b[i]!;
  },
  '/': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! / b[i]!;
  },
  // With the divisor's sign, so that `cdp % 2 == 1` finds odd numbers below zero too.
  '%': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) {
      const divisor = b[i]!;
      const rest = a[i]! % divisor;
      into[i] = rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;
    }
  },
  '==': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i] === b[i] ? 1 : 0;
  },
  '!=': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i] === b[i] ? 0 : 1;
  },
  '<': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! < b[i]! ? 1 : 0;
  },
  '<=': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! <= b[i]! ? 1 : 0;
  },
  '>': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! > b[i]! ? 1 : 0;
  },
  '>=': (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! >= b[i]! ? 1 : 0;
  },
  and: (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = a[i]! * b[i]!;
  },
  or: (a, b, into, count) => {
    for (let i = 0; i < count; i += 1) into[i] = Math.max(a[i]!, b[i]!);
  },
};

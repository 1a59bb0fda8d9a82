/**
 * Expressions over header words, by descent: `or`, `and`, `not`, comparisons, sums, products, signs, then words, numbers and
 * parentheses. Numbers and conditions are told apart, so that `inline == 1 or 2` is an error and not always true.
 */
import type { HeaderPlace } from '../../mapping/header-place.ts';
import { wrongExpression, type Comparison, type FilterNode, type Span } from './filter-syntax.ts';
import { tokensOf, type Token } from './filter-tokens.ts';
import { placeOfByte, placeOfName, type FilterScope } from './filter-words.ts';

/** A node and what is needed to say where it is wrong. */
interface Part extends Span {
  readonly node: FilterNode;
  readonly isCondition: boolean;
}

/** Beyond it an expression was made by mistake or by malice; it keeps the descent from exhausting the stack. */
const MOST_NESTED = 100;
const MOST_CHARACTERS = 10_000;

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='];

/** @returns a condition; @throws CrosslineError wrong-expression, with the part that is wrong */
export function parseFilter(expression: string, scope: FilterScope): FilterNode {
  if (expression.length > MOST_CHARACTERS) {
    const detail = `it has ${expression.length} characters, more than ${MOST_CHARACTERS}`;
    throw wrongExpression(expression.slice(0, MOST_CHARACTERS), { start: 0, end: MOST_CHARACTERS }, detail);
  }
  return new FilterParser(expression, scope).parse();
}

class FilterParser {
  readonly #expression: string;
  readonly #scope: FilterScope;
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(expression: string, scope: FilterScope) {
    this.#expression = expression;
    this.#scope = scope;
    this.#tokens = tokensOf(expression);
  }

  parse(): FilterNode {
    const whole = this.#or();
    if (this.#next.kind !== 'end') this.#fail(this.#next, this.#unexpected(this.#next));
    return this.#condition(whole).node;
  }

  #or(): Part {
    return this.#joined('or', () => this.#joined('and', () => this.#not()));
  }

  #joined(operator: 'and' | 'or', operand: () => Part): Part {
    let left = operand();
    while (this.#take(operator) !== null) {
      const right = this.#condition(operand());
      left = binary(operator, this.#condition(left), right, true);
    }
    return left;
  }

  #not(): Part {
    const token = this.#take('not');
    if (token === null) return this.#comparison();
    const { node, end } = this.#condition(this.#nested(() => this.#not()));
    return { node: { kind: 'not', operand: node }, isCondition: true, start: token.start, end };
  }

  /** Comparisons may be chained: `100 <= inline < 200`. */
  #comparison(): Part {
    let left = this.#sum();
    let all: Part | null = null;
    for (let token = this.#takeComparison(); token !== null; token = this.#takeComparison()) {
      const right = this.#number(this.#sum());
      const compared = compare(token.text as Comparison, this.#number(left), right);
      all = all === null ? compared : binary('and', all, compared, true);
      left = right;
    }
    return all ?? left;
  }

  #takeComparison(): Token | null {
    const token = this.#next;
    if (token.kind === 'sign' && token.text === '=') this.#fail(token, 'write == to compare');
    return COMPARISONS.includes(token.text) ? this.#advance() : null;
  }

  #sum(): Part {
    let left = this.#product();
    for (let token = this.#take('+', '-'); token !== null; token = this.#take('+', '-')) {
      const right = this.#number(this.#product());
      left = binary(token.text as '+' | '-', this.#number(left), right, false);
    }
    return left;
  }

  #product(): Part {
    let left = this.#signed();
    for (let token = this.#take('*', '/', '%'); token !== null; token = this.#take('*', '/', '%')) {
      const right = this.#number(this.#signed());
      left = binary(token.text as '*' | '/' | '%', this.#number(left), right, false);
    }
    return left;
  }

  #signed(): Part {
    const token = this.#take('-', '+');
    if (token === null) return this.#primary();
    const { node, end } = this.#number(this.#nested(() => this.#signed()));
    const signed: FilterNode =
      token.text === '+'
        ? node
        : node.kind === 'number'
          ? { kind: 'number', value: -node.value }
          : { kind: 'negative', operand: node };
    return { node: signed, isCondition: false, start: token.start, end };
  }

  #primary(): Part {
    const token = this.#advance();
    const { start } = token;
    if (token.kind === 'number') return number({ kind: 'number', value: Number(token.text) }, token);
    if (token.text === '(') {
      const { node, isCondition } = this.#nested(() => this.#or());
      return { node, isCondition, start, end: this.#expect(')').end };
    }
    if (token.kind !== 'name' || token.text === 'and' || token.text === 'or')
      this.#fail(token, this.#unexpected(token));
    if (token.text === 'trace') return number({ kind: 'trace' }, token);
    if (token.text === 'byte') return this.#byte(start);
    if (token.text === 'abs') {
      this.#expect('(');
      const { node } = this.#number(this.#nested(() => this.#sum()));
      return number({ kind: 'absolute', operand: node }, { start, end: this.#expect(')').end });
    }
    return this.#word(placeOfName(token.text, this.#scope), token);
  }

  /** `byte(189)` or `byte(189, int32)`. */
  #byte(start: number): Part {
    this.#expect('(');
    const byte = this.#advance();
    if (byte.kind !== 'number') this.#fail(byte, 'the number of a byte is expected');
    const type = this.#take(',') === null ? null : this.#advance().text;
    const span = { start, end: this.#expect(')').end };
    return this.#word(placeOfByte(Number(byte.text), type, this.#scope), span);
  }

  #word(place: HeaderPlace | string, span: Span): Part {
    if (typeof place === 'string') this.#fail(span, place);
    return number({ kind: 'word', place }, span);
  }

  #number(part: Part): Part {
    return part.isCondition ? this.#fail(part, 'a number is expected here, not a condition') : part;
  }

  #condition(part: Part): Part {
    return part.isCondition ? part : this.#fail(part, 'a condition is expected here; compare it with something');
  }

  /** @param parse of what is one level further in */
  #nested(parse: () => Part): Part {
    if (this.#depth === MOST_NESTED) this.#fail(this.#next, `more than ${MOST_NESTED} levels are nested`);
    this.#depth += 1;
    const part = parse();
    this.#depth -= 1;
    return part;
  }

  get #next(): Token {
    return this.#tokens[this.#position]!;
  }

  #advance(): Token {
    const token = this.#next;
    if (token.kind !== 'end') this.#position += 1;
    return token;
  }

  #take(...texts: readonly string[]): Token | null {
    return this.#next.kind !== 'end' && texts.includes(this.#next.text) ? this.#advance() : null;
  }

  #expect(text: string): Token {
    return this.#take(text) ?? this.#fail(this.#next, `"${text}" is expected`);
  }

  #unexpected = ({ kind, text }: Token): string =>
    kind === 'end' ? 'it ends too early' : `"${text}" is not expected here`;

  #fail(span: Span, detail: string): never {
    throw wrongExpression(this.#expression, span, detail);
  }
}

const number = (node: FilterNode, { start, end }: Span): Part => ({ node, isCondition: false, start, end });

const binary = (
  operator: Extract<FilterNode, { kind: 'binary' }>['operator'],
  left: Part,
  right: Part,
  isCondition: boolean,
): Part => ({
  node: { kind: 'binary', operator, left: left.node, right: right.node },
  isCondition,
  start: left.start,
  end: right.end,
});

/** A single precision word is compared with the single that the number reads as, or 0.1 would never equal it. */
function compare(operator: Comparison, left: Part, right: Part): Part {
  const rounded = (part: Part, other: Part): Part =>
    part.node.kind === 'number' && isSingle(other.node)
      ? { ...part, node: { kind: 'number', value: Math.fround(part.node.value) } }
      : part;
  return binary(operator, rounded(left, right), rounded(right, left), true);
}

const isSingle = (node: FilterNode): boolean =>
  node.kind === 'word' && (node.place.type === 'float32' || node.place.type === 'ibm32');

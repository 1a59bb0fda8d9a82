import { wrongExpression, type Span } from './filter-syntax.ts';

export interface Token extends Span {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  /** Lower case; signs of C in the words used here. */
  readonly text: string;
}

const NUMBER = /(?:0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const NAME = /[a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)*/iy;
const SIGN = /==|!=|<=|>=|&&|\|\||[<>=!()+\-*/%,]/y;

const SAME_AS: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '!': 'not' };

/** @throws CrosslineError wrong-expression */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  for (let start = skipSpace(expression, 0); start < expression.length;) {
    const token = tokenAt(expression, start);
    tokens.push(token);
    start = skipSpace(expression, token.end);
  }
  return [...tokens, { kind: 'end', text: '', start: expression.length, end: expression.length }];
}

function tokenAt(expression: string, start: number): Token {
  const matchAt = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = start;
    return pattern.exec(expression)?.[0];
  };
  const number = matchAt(NUMBER);
  if (number !== undefined) {
    const end = start + number.length;
    NAME.lastIndex = end;
    const tail = NAME.exec(expression)?.[0];
    if (tail === undefined) return { kind: 'number', text: number, start, end };
    const span = { start, end: end + tail.length };
    throw wrongExpression(expression, span, `"${number}${tail}" is no number`);
  }
  const name = matchAt(NAME)?.toLowerCase();
  if (name !== undefined) return { kind: 'name', text: name, start, end: start + name.length };
  const sign = matchAt(SIGN);
  if (sign !== undefined) return { kind: 'sign', text: SAME_AS[sign] ?? sign, start, end: start + sign.length };
  const character = String.fromCodePoint(expression.codePointAt(start)!);
  throw wrongExpression(expression, { start, end: start + character.length }, `"${character}" means nothing here`);
}

function skipSpace(expression: string, start: number): number {
  let next = start;
  while (next < expression.length && /\s/.test(expression[next]!)) next += 1;
  return next;
}

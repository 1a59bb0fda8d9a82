/** Figures of ties as the tables show them. */

/** With its sign, so that directions are seen down a column; 0 has none. */
export function signed(value: number | undefined, decimals: number): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

export const plain = (value: number | undefined, decimals: number): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(decimals);

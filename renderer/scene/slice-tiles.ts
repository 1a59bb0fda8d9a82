/**
 * Cuts a picture into textures no wider or higher than the GPU allows (a 60,000-sample trace needs several). Each tile
 * draws its own cells and holds one more on every inner side, so that interpolation sees across the seam.
 */
export interface SliceTile {
  /** Cells of the picture that this tile draws: `row <= r < row + rows`. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that its texture holds. */
  readonly texture: {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  };
}

interface Span {
  readonly first: number;
  readonly count: number;
  readonly textureFirst: number;
  readonly textureCount: number;
}

export function sliceTiles(shape: readonly [rows: number, columns: number], maxTextureSize: number): SliceTile[] {
  return spans(shape[0], maxTextureSize).flatMap((vertical) =>
    spans(shape[1], maxTextureSize).map((horizontal) => ({
      row: vertical.first,
      column: horizontal.first,
      rows: vertical.count,
      columns: horizontal.count,
      texture: {
        row: vertical.textureFirst,
        column: horizontal.textureFirst,
        rows: vertical.textureCount,
        columns: horizontal.textureCount,
      },
    })),
  );
}

function spans(count: number, maxTextureSize: number): Span[] {
  if (count <= maxTextureSize) return [{ first: 0, count, textureFirst: 0, textureCount: count }];
  const inner = maxTextureSize - 2;
  const out: Span[] = [];
  for (let first = 0; first < count; first += inner) {
    const own = Math.min(inner, count - first);
    const textureFirst = Math.max(first - 1, 0);
    out.push({ first, count: own, textureFirst, textureCount: Math.min(first + own + 1, count) - textureFirst });
  }
  return out;
}

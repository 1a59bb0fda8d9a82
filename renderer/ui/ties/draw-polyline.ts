/** Strokes points in order, with a gap wherever one is not a number. */
export function strokePoints(
  context: CanvasRenderingContext2D,
  count: number,
  pointAt: (k: number) => { readonly x: number; readonly y: number },
): void {
  context.lineJoin = 'round';
  context.beginPath();
  let isDown = false;
  for (let k = 0; k < count; k += 1) {
    const { x, y } = pointAt(k);
    if (Number.isNaN(x + y)) {
      isDown = false;
      continue;
    }
    if (isDown) context.lineTo(x, y);
    else context.moveTo(x, y);
    isDown = true;
  }
  context.stroke();
}

export function strokeLine(
  context: CanvasRenderingContext2D,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

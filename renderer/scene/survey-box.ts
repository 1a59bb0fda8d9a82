/** The survey's bounding box: its true, possibly rotated and skewed footprint, from the first sample to the last. */
import { BufferGeometry, LineBasicMaterial, LineSegments } from 'three';
import type { Rgb } from '../../shared/colour/rgb.ts';
import { boxEdges } from './box-edges.ts';
import { screenColour } from './canvas-renderer.ts';
import { lineThrough } from './line-geometry.ts';
import { localFromGrid, type LocalFrame } from './local-frame.ts';

export class SurveyBox {
  readonly lines = new LineSegments(new BufferGeometry(), new LineBasicMaterial());

  constructor() {
    this.lines.frustumCulled = false;
    this.lines.visible = false;
  }

  /** Null hides it. */
  setFrame(frame: LocalFrame | null): void {
    this.lines.visible = frame !== null;
    if (frame === null) return;
    const ends = boxEdges(frame.counts).flatMap(({ low, high }) => [
      localFromGrid(frame, low),
      localFromGrid(frame, high),
    ]);
    lineThrough(this.lines.geometry, ends);
  }

  setColour(colour: Rgb): void {
    this.lines.material.color.copy(screenColour(colour));
  }

  dispose(): void {
    this.lines.geometry.dispose();
    this.lines.material.dispose();
  }
}

import { describe, expect, it } from 'vitest';
import { pictureLayoutOf } from '../../shared/colour/picture-layout.ts';
import { SectionCamera, type SectionExtent } from './section-camera.ts';
import type { SectionView } from './section-view.ts';

const extent: SectionExtent = {
  size: { across: 100, down: 200 },
  layout: pictureLayoutOf('inline', null),
  cellAspect: 2,
};
const twice = { across: 2, down: 2 };

function opened() {
  const views: SectionView[] = [];
  const camera = new SectionCamera((view) => views.push(view));
  camera.resize(500, 400);
  camera.setExtent(extent);
  return { camera, views };
}

describe('SectionCamera', () => {
  it('shows nothing before there is a picture, and all of it then', () => {
    const { camera, views } = opened();
    expect(views).toHaveLength(1);
    expect(camera.view).toMatchObject({ scaleAcross: 5, scaleDown: 2 });
  });

  it('keeps the view from one slice to the next of the same extent, and not for another', () => {
    const { camera } = opened();
    camera.zoomAt({ x: 0, y: 0 }, twice);
    const zoomed = camera.view;
    camera.setExtent({ ...extent });
    expect(camera.view).toBe(zoomed);
    camera.setExtent({ ...extent, size: { across: 50, down: 200 } });
    expect(camera.view).toMatchObject({ scaleAcross: 10, scaleDown: 2 });
  });

  it('follows the canvas while the whole is shown, and keeps its scale once zoomed', () => {
    const { camera } = opened();
    camera.resize(1000, 400);
    expect(camera.view).toMatchObject({ scaleAcross: 10, scaleDown: 2 });
    camera.zoomAt({ x: 0, y: 0 }, twice);
    camera.resize(500, 100);
    expect(camera.view).toMatchObject({ scaleAcross: 20, scaleDown: 4, canvasWidth: 500, canvasHeight: 100 });
  });

  it('switches to the true aspect and back', () => {
    const { camera } = opened();
    camera.setAspect('true');
    expect(camera.view!.scaleAcross / camera.view!.scaleDown).toBeCloseTo(2, 12);
    camera.setAspect('fit');
    expect(camera.view).toMatchObject({ scaleAcross: 5, scaleDown: 2 });
  });
});

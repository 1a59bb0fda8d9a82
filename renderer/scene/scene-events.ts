/** What the scenes tell their owner. */
import type { FencePick } from './fences/fence-set.ts';
import type { PostPick } from './fences/posts.ts';
import type { DrawnReport } from './slice-picture.ts';
import type { SectionNavigationTarget } from './section-navigation.ts';
import type { PointOnCanvas, SectionView } from './section-view.ts';
import type { SurveyPosition } from './survey-position.ts';

/** The planes of the 3D scene. */
export type PlaneOrientation = 'inline' | 'crossline' | 'sample';

export interface SceneEvents {
  onDrawn(report: DrawnReport): void;
}

export interface SurveySceneEvents extends SceneEvents {
  /** A plane is being dragged or scrolled; `index` is 0-based and on the survey's axis. Called on every change. */
  onMoveSlice(orientation: PlaneOrientation, index: number): void;
  /** The pointer rests on a plane, or on none. */
  onHover(pick: SurveyPick | null): void;
  /** A plane was clicked: it becomes the active one. */
  onActivate(orientation: PlaneOrientation): void;
  /** The pointer rests on a fence, or on none. */
  onHoverFence(pick: FencePick | null): void;
  /** A fence was clicked. */
  onActivateFence(key: string): void;
  /** The pointer rests on a post, or on none; counts those that the scene was given. */
  onHoverPost(index: number | null): void;
  /** A post was clicked. */
  onActivatePost(index: number): void;
}

/** What lies under the pointer in 3D. */
export type ScenePick =
  | { readonly kind: 'plane'; readonly plane: SurveyPick }
  | { readonly kind: 'fence'; readonly fence: FencePick; readonly point: PointOnCanvas }
  | { readonly kind: 'post'; readonly post: PostPick };

export interface SurveyPick {
  readonly orientation: PlaneOrientation;
  readonly position: SurveyPosition;
}

export interface SectionSceneEvents extends SceneEvents {
  /** Where another section leads: takes what the pointer asks for. Left out, the section moves by itself. */
  readonly steering?: SectionSteering;
  /** Pan, zoom, aspect or size changed: axes follow. */
  onViewChanged(view: SectionView): void;
  /** Null where the pointer has left the section. */
  onHover(pick: SectionPick | null): void;
}

export type SectionSteering = Omit<SectionNavigationTarget, 'hover'>;

/** A place in a section, in indices of the exact slice, whatever the decimation of the picture that is shown. */
export interface SectionPick {
  /** Fractional; trace r covers r - 0.5 to r + 0.5. */
  readonly row: number;
  readonly column: number;
  /** The sample whose cell is hit. */
  readonly nearestRow: number;
  readonly nearestColumn: number;
}

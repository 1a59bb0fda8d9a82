/** Joins fences and posts of the 3D view and the viewer: lines, pictures and crossings go in, the cursor comes out. */
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { FenceLine } from '../../scene/fences/fence-line.ts';
import type { FencePick } from '../../scene/fences/fence-set.ts';
import type { SurveyScene } from '../../scene/survey-scene.ts';
import { profileKey } from '../../state/crossings/crossing-at.ts';
import { NO_CURSOR, type CursorReading } from '../../state/cursor-store.ts';
import type { SceneFence } from '../../state/scene/scene-situation.ts';
import { chooseLine } from '../../state/view-store.ts';
import { cursorReading } from '../cursor-reading.ts';
import type { Viewer } from '../viewer.tsx';
import { scenePosts, type ScenePosts } from './scene-posts.ts';

type SceneViewer = Pick<Viewer, 'stores' | 'fenceBoard' | 'commands' | 'crossings'>;

const NO_POSTS: ScenePosts = { posts: [], crossingOf: [], postOf: new Map() };

export class FenceLink {
  readonly #scene: SurveyScene;
  readonly #viewer: SceneViewer;
  readonly #stops: readonly (() => void)[];
  /** The same object for the same line: the scene keeps what it has of it. */
  #lines = new Map<string, { readonly fence: SceneFence; readonly line: FenceLine }>();
  #posts: ScenePosts = NO_POSTS;

  constructor(scene: SurveyScene, viewer: SceneViewer) {
    this.#scene = scene;
    this.#viewer = viewer;
    const { stores, fenceBoard } = viewer;
    this.#follow();
    this.#stops = [
      stores.scene.subscribe((state, earlier) => {
        if (state.situation !== earlier.situation) this.#follow();
        else if (state.arePostsShown !== earlier.arePostsShown) this.#followPosts();
      }),
      fenceBoard.subscribe((picture, key) => scene.setFencePicture(key, picture)),
      stores.crossings.subscribe((state, earlier) => {
        if (state.found !== earlier.found) this.#followPosts();
        else if (state.hovered !== earlier.hovered || state.selected !== earlier.selected) this.#mark();
      }),
      stores.cursor.subscribe(({ onLine }) => {
        scene.setLineCursor(onLine === null ? null : { ...onLine, key: profileKey(onLine) });
      }),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  hoverFence(pick: FencePick | null): void {
    const { stores } = this.#viewer;
    const fence = pick === null ? undefined : this.#lines.get(pick.key)?.fence;
    if (pick === null || fence === undefined) {
      if (stores.cursor.getState().source === 'scene') stores.cursor.setState(NO_CURSOR);
      return;
    }
    const { info, profile } = fence;
    const { trace, sampleValue } = pick;
    stores.cursor.setState({
      source: 'scene',
      position: null,
      onLine: { surveyId: info.id, line: profile.line, trace, sampleValue },
      reading: this.#readingOf(fence, pick),
    });
  }

  /** Looks at the line. */
  activateFence(key: string): void {
    const fence = this.#lines.get(key)?.fence;
    if (fence === undefined) return;
    const { stores, commands } = this.#viewer;
    commands.activate(fence.info.id);
    stores.view.setState(chooseLine(fence.info, fence.profile.line));
  }

  hoverPost(index: number | null): void {
    const crossing = index === null ? undefined : this.#posts.crossingOf[index];
    this.#viewer.crossings.hover(crossing === undefined ? null : { kind: 'crossing', index: crossing });
  }

  /** Shows both sections at the crossing. */
  activatePost(index: number): void {
    const crossing = this.#posts.crossingOf[index];
    if (crossing !== undefined) this.#viewer.crossings.open({ kind: 'crossing', index: crossing });
  }

  #follow(): void {
    const { stores, fenceBoard } = this.#viewer;
    const { fences, activeKey, unit } = stores.scene.getState().situation;
    const earlier = this.#lines;
    this.#lines = new Map(
      fences.map((fence) => {
        const known = earlier.get(fence.key);
        const isSame = known?.fence.profile === fence.profile && known.fence.info === fence.info;
        return [fence.key, isSame ? known : { fence, line: fenceLine(fence) }];
      }),
    );
    this.#scene.setFences(
      [...this.#lines.values()].map(({ line }) => line),
      unit === 'feet' ? 'ft' : 'm',
    );
    for (const [key, entry] of this.#lines) {
      const picture = earlier.get(key) === entry ? null : fenceBoard.latest(key);
      if (picture !== null) this.#scene.setFencePicture(key, picture);
    }
    this.#scene.setActiveFence(activeKey);
    this.#followPosts();
  }

  #followPosts(): void {
    const { stores } = this.#viewer;
    const { situation, arePostsShown } = stores.scene.getState();
    const { found } = stores.crossings.getState();
    const infos = new Map<string, SurveyInfo>(stores.session.getState().surveys.map(({ info }) => [info.id, info]));
    this.#posts = found === null || !arePostsShown ? NO_POSTS : scenePosts(found, situation, infos);
    this.#scene.setPosts(this.#posts.posts);
    this.#mark();
  }

  #mark(): void {
    const { hovered, selected } = this.#viewer.stores.crossings.getState();
    const postOf = (ref: typeof hovered): number | null =>
      ref?.kind === 'crossing' ? (this.#posts.postOf.get(ref.index) ?? null) : null;
    this.#scene.markPosts(postOf(hovered), postOf(selected));
  }

  /** Null until the line's picture is there. */
  #readingOf({ key, info, profile }: SceneFence, { trace, sampleValue }: FencePick): CursorReading | null {
    const picture = this.#viewer.fenceBoard.latest(key);
    if (picture === null) return null;
    const row = Math.min(Math.round(trace), profile.x.length - 1);
    const { firstSampleMs, sampleIntervalUs, count } = info.samples;
    const column = Math.min(Math.round(((sampleValue - firstSampleMs) * 1000) / sampleIntervalUs), count - 1);
    const [x, y] = [profile.x[row]!, profile.y[row]!];
    const place = Number.isNaN(x) ? { x: null, y: null } : { x, y };
    const cdpNumber = profile.cdp[row] ?? null;
    return { ...cursorReading(info, picture, { row, column: Math.max(column, 0) }, null), ...place, cdpNumber };
  }
}

const fenceLine = ({ key, profile, info }: SceneFence): FenceLine => ({
  key,
  name: profile.name,
  x: profile.x,
  y: profile.y,
  samples: info.samples,
});

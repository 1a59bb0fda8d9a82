/** Which crossings stand in the 3D scene, and from when to when. */
import { sampleValueAt } from '../../../shared/axes.ts';
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { Post } from '../../scene/fences/posts.ts';
import { crossingAt, crossingCount, profileKey } from '../../state/crossings/crossing-at.ts';
import { isSameDomain, type SceneSituation } from '../../state/scene/scene-situation.ts';

export interface ScenePosts {
  readonly posts: readonly Post[];
  /** Of each post, counts `OpenCrossings.crossings`. */
  readonly crossingOf: readonly number[];
  /** The other way round. */
  readonly postOf: ReadonlyMap<number, number>;
}

/** Those of the lines that stand there, with whatever line they cross, over the times that both have. */
export function scenePosts(
  found: OpenCrossings,
  { fences, domain }: Pick<SceneSituation, 'fences' | 'domain'>,
  infos: ReadonlyMap<SurveyId, SurveyInfo>,
): ScenePosts {
  const shown = new Set(fences.map(({ key }) => key));
  const posts: Post[] = [];
  const crossingOf: number[] = [];
  const postOf = new Map<number, number>();
  for (let index = 0; index < crossingCount(found); index += 1) {
    const { profile1, profile2, x, y } = crossingAt(found, index);
    if (!shown.has(profileKey(profile1)) && !shown.has(profileKey(profile2))) continue;
    const both = [infos.get(profile1.surveyId), infos.get(profile2.surveyId)];
    const axes = both.flatMap((info) => (info === undefined ? [] : [info.samples]));
    if (axes.length < 2 || !axes.every((samples) => isSameDomain(samples.domain, domain))) continue;
    const fromValue = Math.max(...axes.map((samples) => samples.firstSampleMs));
    const toValue = Math.min(...axes.map((samples) => sampleValueAt(samples, samples.count - 1)));
    if (fromValue >= toValue) continue;
    postOf.set(index, posts.length);
    crossingOf.push(index);
    posts.push({ name: `${profile1.name} × ${profile2.name}`, x, y, fromValue, toValue });
  }
  return { posts, crossingOf, postOf };
}

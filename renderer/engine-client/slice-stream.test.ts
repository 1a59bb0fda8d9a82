import { describe, expect, test } from 'vitest';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { SliceRequest } from '../../shared/slices.ts';
import { inlineIndex } from '../../shared/units.ts';
import { isCoarse, type LoadedPicture } from './loaded-picture.ts';
import { RequestIds } from './request-ids.ts';
import { COARSE_AFTER_MS, SliceStream, type SliceWait } from './slice-stream.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { SlowEngine } from './testing/slow-engine.ts';

const FRAME_MS = 16;

function createRig(
  delayMs: (request: SliceRequest) => number,
  faultOf?: (request: SliceRequest) => CrosslineFault | null,
  presentMs = 0,
) {
  const clock = new ManualClock();
  const engine = new SlowEngine(clock, delayMs, faultOf);
  const shown: LoadedPicture[] = [];
  const screen = { presenting: 0, mostPresenting: 0 };
  const faults: CrosslineFault[] = [];
  const waits: (SliceWait | null)[] = [];
  const stream = new SliceStream({
    name: 'inline',
    calls: engine,
    ids: new RequestIds(),
    clock,
    present: (picture) => {
      shown.push(picture);
      screen.presenting += 1;
      screen.mostPresenting = Math.max(screen.mostPresenting, screen.presenting);
      void clock.after(presentMs, () => (screen.presenting -= 1));
      return presentMs === 0 ? Promise.resolve() : new Promise((resolve) => clock.after(presentMs, resolve));
    },
    onWait: (wait) => waits.push(wait),
    onFault: (fault) => faults.push(fault),
  });
  const show = (index: number, surveyId = 'a'): void =>
    stream.show({
      surveyId,
      plane: { orientation: 'inline', index: inlineIndex(index) },
      indexCount: 500,
      inputAtMs: clock.now(),
    });
  /** A key held down: one step a frame. */
  const hold = async (frames: number): Promise<void> => {
    for (let frame = 0; frame < frames; frame += 1) {
      show(frame);
      await clock.advance(FRAME_MS);
    }
  };
  return { clock, engine, shown, screen, faults, waits, stream, show, hold };
}

const indexOf = ({ plane }: LoadedPicture): number => plane.index;

/** Seeded, so that a failure can be repeated (Numerical Recipes' linear congruential generator). */
function seededDelays(mostMs: number): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * mostMs;
  };
}

describe('a slice stream', () => {
  test('shows every step of a held key while the engine keeps up', async () => {
    const { hold, shown, engine } = createRig(() => 5);
    await hold(30);
    expect(shown.map(indexOf)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(engine.requests.every((request) => request.stream === 'inline')).toBe(true);
  });

  test('skips what a newer position replaced before it could be asked for', async () => {
    const { show, clock, engine, shown } = createRig(() => 40);
    for (const index of [1, 2, 3, 4]) show(index);
    await clock.advance(200);
    expect(engine.requests.map((request) => request.plane.index)).toEqual([1, 4]);
    expect(shown.map(indexOf)).toEqual([1, 4]);
  });

  test('with random delays shows only increasing ids, at most two in flight, and ends on the last position', async () => {
    const { hold, clock, engine, shown } = createRig(seededDelays(300));
    await hold(200);
    await clock.advance(1000);
    const ids = shown.map(({ requestId }) => requestId);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
    expect(engine.mostInFlight).toBe(2);
    expect(engine.inFlight).toBe(0);
    expect(indexOf(shown.at(-1)!)).toBe(199);
    expect(isCoarse(shown.at(-1)!)).toBe(false);
  });

  test('never shows an older position after a newer one', async () => {
    const { hold, clock, shown } = createRig(seededDelays(300));
    await hold(200);
    await clock.advance(1000);
    const indices = shown.map(indexOf);
    expect(indices).toEqual([...indices].sort((a, b) => a - b));
  });

  test('follows a steady motion with coarse pictures where every exact one is slow', async () => {
    const { hold, shown } = createRig((request) => (request.decimation.rows > 1 ? 20 : 400));
    await hold(60);
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.every(isCoarse)).toBe(true);
  });
});

describe('a slow screen', () => {
  test('has two pictures to present at most, and one is read ahead of them', async () => {
    const { hold, clock, engine, shown, screen } = createRig(() => 5, undefined, 100);
    await hold(60);
    await clock.advance(1000);
    expect(screen.mostPresenting).toBe(2);
    expect(engine.requests.length).toBe(shown.length);
    expect(indexOf(shown.at(-1)!)).toBe(59);
    const ids = shown.map(({ requestId }) => requestId);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });
});

describe('the coarse picture', () => {
  test('is not asked for while the exact one is in time', async () => {
    const { show, clock, engine } = createRig(() => COARSE_AFTER_MS - 10);
    show(7);
    await clock.advance(500);
    expect(engine.requests.map(({ decimation }) => decimation.rows)).toEqual([1]);
  });

  test('stands in for a late exact one, which then replaces it', async () => {
    const { show, clock, shown } = createRig((request) => (request.decimation.rows > 1 ? 10 : 300));
    show(7);
    await clock.advance(100);
    expect(shown.map(isCoarse)).toEqual([true]);
    await clock.advance(400);
    expect(shown.map(isCoarse)).toEqual([true, false]);
  });

  test('that comes after the exact one of its step is not shown, and is cancelled', async () => {
    const { show, clock, shown, engine } = createRig((request) => (request.decimation.rows > 1 ? 500 : 100));
    show(7);
    await clock.advance(1000);
    expect(shown.map(isCoarse)).toEqual([false]);
    expect(engine.cancelled).toHaveLength(1);
    expect(engine.inFlight).toBe(0);
  });
});

describe('a picture that takes long', () => {
  const slow: CrosslineFault = { code: 'slow-slice', estimatedMs: 9000, every: 8 };
  const refusal = (request: SliceRequest) => (request.unlessSlow === true ? slow : null);
  /** What the engine refuses costs an estimate; every step of the refinement four times the last. */
  const cost = ({ unlessSlow, decimation }: SliceRequest) =>
    unlessSlow === true ? 30 : 6400 / (decimation.rows * decimation.columns);

  test('is told before it is read, comes coarse at once, and is refined until it is exact', async () => {
    const { show, clock, engine, shown, waits, faults } = createRig(cost, refusal);
    show(7);
    await clock.advance(40);
    expect(waits).toMatchObject([{ estimatedMs: 9000, every: 8, target: { plane: { index: 7 } } }]);
    expect(shown).toEqual([]);
    await clock.advance(110);
    expect(shown.map(({ decimation }) => decimation.rows)).toEqual([8]);
    await clock.advance(10_000);
    expect(shown.map(({ decimation }) => decimation.rows)).toEqual([8, 4, 2, 1]);
    expect(waits.map((wait) => wait?.every ?? null)).toEqual([8, 4, 2, 1, null]);
    const ids = shown.map(({ requestId }) => requestId);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(engine.mostInFlight).toBe(1);
    expect(faults).toEqual([]);
    expect(engine.wishes).toHaveLength(1);
  });

  test('is given up as soon as the position moves on, whatever step it is at', async () => {
    const { show, clock, engine, shown, waits } = createRig(cost, (request) =>
      request.plane.index === 7 ? refusal(request) : null,
    );
    show(7);
    await clock.advance(2500);
    const reading = engine.requests.at(-1)!;
    expect(reading.decimation.rows).toBe(1);
    show(8);
    expect(engine.cancelled).toEqual([reading.requestId]);
    expect(waits.at(-1)).toBeNull();
    await clock.advance(100);
    expect(indexOf(shown.at(-1)!)).toBe(8);
    expect(isCoarse(shown.at(-1)!)).toBe(false);
    expect(engine.inFlight).toBe(0);
  });

  test('that fails at a later step tells so, and leaves the coarse picture', async () => {
    const fault: CrosslineFault = { code: 'io-failed', path: '/a', detail: 'EIO' };
    const { show, clock, shown, waits, faults } = createRig(cost, (request) =>
      request.decimation.rows === 2 ? fault : refusal(request),
    );
    show(7);
    await clock.advance(10_000);
    expect(shown.map(({ decimation }) => decimation.rows)).toEqual([8, 4]);
    expect(faults).toEqual([fault]);
    expect(waits.at(-1)).toBeNull();
  });
});

describe('a late exact picture', () => {
  test('is cancelled once the position has moved on', async () => {
    const { show, clock, engine, shown } = createRig((request) => (request.plane.index === 1 ? 1000 : 20));
    show(1);
    await clock.advance(FRAME_MS);
    show(2);
    await clock.advance(200);
    const first = engine.requests[0]!;
    expect(engine.cancelled).toContain(first.requestId);
    expect(indexOf(shown.at(-1)!)).toBe(2);
    expect(isCoarse(shown.at(-1)!)).toBe(false);
  });
});

describe('around the pictures', () => {
  test('every picture that arrived is acknowledged, also one that came too late to be shown', async () => {
    const { hold, clock, engine } = createRig(seededDelays(300));
    await hold(60);
    await clock.advance(1000);
    const answered = engine.requests.map(({ requestId }) => requestId).filter((id) => !engine.cancelled.includes(id));
    expect(engine.acknowledged).toEqual(expect.arrayContaining(answered));
  });

  test('wishes lie in the direction of travel, by its stride, inside the survey', async () => {
    const { show, clock, engine } = createRig(() => 5);
    for (const index of [100, 110, 30, 10]) {
      show(index);
      await clock.advance(50);
    }
    const wishes = engine.wishes.map((planes) => planes.map((plane) => plane.index));
    expect(wishes).toEqual([[101, 99], [120, 130, 140, 150], [], []]);
  });

  test('transfer is the round trip less the engine', async () => {
    const { show, clock, shown } = createRig(() => 12);
    show(1);
    await clock.advance(20);
    expect(shown[0]!.transferMs).toBe(10);
  });

  test('a fault of the latest position is told once and the next position is asked for', async () => {
    const fault: CrosslineFault = { code: 'io-failed', path: '/a', detail: 'EIO' };
    const { show, clock, faults, shown } = createRig(
      () => 5,
      (request) => (request.plane.index === 1 ? fault : null),
    );
    show(1);
    await clock.advance(300);
    expect(faults).toEqual([fault]);
    show(2);
    await clock.advance(20);
    expect(shown.map(indexOf)).toEqual([2]);
  });

  test('pictures of a survey that is no longer shown are dropped', async () => {
    const { show, clock, shown } = createRig(() => 20);
    show(1, 'a');
    show(1, 'b');
    await clock.advance(100);
    expect(shown.map(({ surveyId }) => surveyId)).toEqual(['b']);
  });

  test('closing cancels what is in flight and shows nothing more', async () => {
    const { show, clock, shown, engine, stream } = createRig(() => 50);
    show(1);
    stream.close();
    show(2);
    await clock.advance(500);
    expect(shown).toEqual([]);
    expect(engine.cancelled).toHaveLength(1);
    expect(engine.requests).toHaveLength(1);
  });
});

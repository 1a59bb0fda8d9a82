import { describe, expect, test, vi } from 'vitest';
import { CrosslineError } from '../../shared/errors.ts';
import type { MappingPreview } from '../../shared/mapping/mapping-proposal.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import { PreviewQueue } from './preview-queue.ts';

const read = (samples: number): MappingOverrides => ({ samples });

/** Reads one preview at a time, as the engine does: a new one cancels the earlier. */
function createEngine() {
  const asked: number[] = [];
  const loaded = new Map<number, MappingPreview>();
  let open: { resolve: (preview: MappingPreview) => void; reject: (thrown: unknown) => void } | null = null;
  const queue = new PreviewQueue(({ samples }) => {
    open?.reject(new CrosslineError({ code: 'cancelled' }));
    asked.push(samples!);
    return new Promise<MappingPreview>((resolve, reject) => {
      open = { resolve, reject };
    });
  });
  const settle = async (act: () => void) => {
    act();
    open = null;
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return {
    queue,
    asked,
    previewOf: (samples: number) => loaded.get(samples),
    finish: (samples: number) => {
      const preview = { info: { traceCount: samples } } as unknown as MappingPreview;
      loaded.set(samples, preview);
      return settle(() => open?.resolve(preview));
    },
    fail: () => settle(() => open?.reject(new CrosslineError({ code: 'usage', detail: 'No' }))),
  };
}

describe('the preview queue', () => {
  test('reads the list one after another, in its order', async () => {
    const { queue, asked, finish, previewOf } = createEngine();
    queue.fill([read(1), read(2), read(3)]);
    expect(asked).toEqual([1]);
    await finish(1);
    await finish(2);
    expect(asked).toEqual([1, 2, 3]);
    expect(queue.outcomeOf(read(2))).toEqual({ status: 'ready', preview: previewOf(2) });
    expect(queue.outcomeOf(read(3))).toBeNull();
  });

  test('gives way to the one that is looked at, and goes on with the list afterwards', async () => {
    const { queue, asked, finish, previewOf } = createEngine();
    queue.fill([read(1), read(2)]);
    queue.show(read(9));
    expect(queue.shown).toEqual({ preview: null, fault: null, isPending: true });
    await finish(9);
    expect(queue.shown).toEqual({ preview: previewOf(9), fault: null, isPending: false });
    await finish(1);
    await finish(2);
    expect(asked).toEqual([1, 9, 1, 2]);
  });

  test('keeps the last picture while the next is read, and where that fails', async () => {
    const { queue, asked, finish, fail, previewOf } = createEngine();
    queue.show(read(1));
    await finish(1);
    queue.show(read(2));
    queue.show(read(3));
    expect(queue.shown).toEqual({ preview: previewOf(1), fault: null, isPending: true });
    await fail();
    expect(queue.shown).toMatchObject({ preview: previewOf(1), fault: { code: 'usage' }, isPending: false });
    queue.show(read(1));
    expect(queue.shown).toEqual({ preview: previewOf(1), fault: null, isPending: false });
    expect(asked).toEqual([1, 2, 3]);
  });

  test('asks for nothing and tells nothing once it is closed', async () => {
    const { queue, asked, finish } = createEngine();
    const told = vi.fn();
    queue.fill([read(1), read(2)]);
    queue.subscribe(told);
    queue.close();
    await finish(1);
    expect(told).not.toHaveBeenCalled();
    expect(asked).toEqual([1]);
  });

  test('tries a preview once that fails', async () => {
    const { queue, asked, fail } = createEngine();
    queue.fill([read(1), read(2)]);
    await fail();
    await fail();
    expect(asked).toEqual([1, 2]);
    expect(queue.outcomeOf(read(1))).toMatchObject({ status: 'failed' });
  });
});

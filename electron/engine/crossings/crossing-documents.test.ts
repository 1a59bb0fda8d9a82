import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../../shared/exchange/read-document.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createEngine } from '../create-engine.ts';

let folder: string;
let paths: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-documents-'));
  await writeSurvey(join(folder, 'sample'), TINY_DESIGN, {});
  const names = readdirSync(join(folder, 'sample')).filter((name) => name.startsWith('cl'));
  paths = names.map((name) => join(folder, 'sample', name));
});
afterAll(() => rmSync(folder, { recursive: true }));

function startEngine() {
  const folders = { state: join(folder, 'state'), cache: join(folder, 'cache'), sample: join(folder, 'sample') };
  const engine = createEngine({ host: 'browser', version: 'test', launcher: createLocalLauncher(), folders });
  return { engine, calls: engine.attachLocal({}).calls };
}

const REQUEST = { selfCrossings: false, withTraces: false } as const;

it('writes the same document in whichever order the lines are open, with their traces where these are asked for', async () => {
  const { engine, calls } = startEngine();
  try {
    await calls.openSurveys(paths);
    const found = await calls.findCrossings({ algorithm: 'auto', selfCrossings: false });
    const json = await calls.writeCrossings({ ...REQUEST, format: 'json' });
    const bson = await calls.writeCrossings({ ...REQUEST, format: 'bson', withTraces: true });
    const document = readDocument(json, 'json', 'crossings.json');
    expect(document.intersections).toHaveLength(found.crossings.x.length);
    expect(document.traces.size).toBe(0);
    const { traces, ...rest } = readDocument(bson, 'bson', 'crossings.bson');
    expect({ ...rest, traces: document.traces }).toEqual(document);
    const [samples] = [...[...traces.values()][0]!.values()][0]!.values();
    expect(samples!.some((sample) => sample !== 0)).toBe(true);
    const csv = new TextDecoder().decode(await calls.writeCrossings({ ...REQUEST, format: 'csv' }));
    expect(csv.trimEnd().split('\n')).toHaveLength(document.intersections.length + 1);

    const other = startEngine();
    await other.calls.openSurveys(paths.toReversed());
    expect(await other.calls.writeCrossings({ ...REQUEST, format: 'json' })).toEqual(json);
    await other.engine.close();
  } finally {
    await engine.close();
  }
});

it('tells what documents call the open lines', async () => {
  const { engine, calls } = startEngine();
  try {
    await calls.openSurveys(paths);
    const document = readDocument(await calls.writeCrossings({ ...REQUEST, format: 'json' }), 'json', 'crossings.json');
    const lines = await calls.identifyLines();
    expect(lines).toHaveLength(24);
    for (const { surveyId, name, document: id } of lines) {
      const info = (await calls.listSurveys()).find((survey) => survey.id === surveyId)!;
      expect(info.lines?.lines.map((line) => line.name)).toEqual([name]);
      expect(document.coordinates.get(id.survey)?.get(id.profile)).toHaveLength(2 * info.traceCount);
    }
  } finally {
    await engine.close();
  }
});

it('has nothing to write where no line is open', async () => {
  const { engine, calls } = startEngine();
  await expect(calls.writeCrossings({ ...REQUEST, format: 'json' })).rejects.toMatchObject({
    fault: { code: 'usage' },
  });
  expect(await calls.identifyLines()).toEqual([]);
  await engine.close();
});

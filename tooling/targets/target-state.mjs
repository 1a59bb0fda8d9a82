/** Which targets are out of date. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from '../paths.mjs';
import { clearStamp, hashInputs, readStamp, writeStamp } from '../stamp.mjs';

const stampOf = (target) => join(CACHE, `${target.name}.stamp`);

/** What the target would be made from now. */
const inputsOf = ({ inputs, isInput }) =>
  hashInputs(ROOT, inputs, { facts: [process.version, process.platform, process.arch], isInput });

/**
 * The stamp names the outputs that were there after the last success: one deleted since is made again, and one that could
 * not be made (the addon, without a compiler) is not tried again until an input changes.
 */
export function isCurrent(target) {
  const stamp = JSON.parse(readStamp(stampOf(target)) ?? 'null');
  return stamp !== null && stamp.outputs.every((path) => existsSync(path)) && stamp.inputs === inputsOf(target);
}

/** Makes a target and remembers it; its inputs are taken from before, so that a change meanwhile makes it stale again. */
export async function makeTarget(target) {
  const inputs = inputsOf(target);
  clearStamp(stampOf(target));
  await target.make();
  writeStamp(stampOf(target), JSON.stringify({ inputs, outputs: target.outputs.filter((path) => existsSync(path)) }));
}

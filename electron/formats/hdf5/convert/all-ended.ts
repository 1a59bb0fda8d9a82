/** All have ended when it settles, so that nothing is written to a file that is closed; the first fault is thrown. */
export async function allEnded<const Work extends readonly Promise<unknown>[]>(
  work: Work,
): Promise<{ -readonly [K in keyof Work]: Awaited<Work[K]> }> {
  await Promise.allSettled(work);
  return await Promise.all(work);
}

/** Why a chunk cannot be decoded, in words that follow "its"; the file that knows its place makes a fault of it. */
export class DamagedChunk extends Error {
  override readonly name = 'DamagedChunk';
}

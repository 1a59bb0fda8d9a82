/** What the attributes of `Meta` say of the SEG-Y file that a cube was made of. */
import { overridesFromJson } from '../../../../shared/mapping/mapping-json.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { AttributeValue } from '../read/attribute.ts';
import type { CubeOrigin } from './cube-description.ts';

/** Null where they are not all there: an earlier version of this program, or another program, wrote the file. */
export function cubeOrigin(meta: Readonly<Record<string, AttributeValue>>): CubeOrigin | null {
  const name = meta['source_name'];
  const bytes = meta['source_bytes'];
  const modifiedMs = meta['source_modified_ms'];
  const fingerprint = meta['source_fingerprint'];
  if (typeof name !== 'string' || typeof fingerprint !== 'string') return null;
  if (typeof bytes !== 'number' || typeof modifiedMs !== 'number') return null;
  return { name, bytes, modifiedMs, fingerprint, mapping: mappingOf(meta['source_mapping']) };
}

function mappingOf(text: AttributeValue | undefined): MappingOverrides | null {
  if (typeof text !== 'string') return null;
  try {
    return overridesFromJson(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The header of a frame: the message without its typed arrays, and where each of them belongs. */

export type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

export const ARRAY_TYPES = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
} as const;
export type ArrayTypeName = keyof typeof ARRAY_TYPES;

export type KeyPath = readonly (string | number)[];

/** One typed array; they follow one another in the frame, each padded to 8 bytes. */
export interface ArrayPlace {
  readonly path: KeyPath;
  readonly type: ArrayTypeName;
  /** In elements. */
  readonly length: number;
}

export interface FrameHeader {
  readonly arrays: readonly ArrayPlace[];
  /** The message, null where an array belongs. */
  readonly message: unknown;
}

export interface LiftedMessage extends FrameHeader {
  readonly data: readonly TypedArray[];
}

const isTypedArray = (value: unknown): value is TypedArray =>
  ArrayBuffer.isView(value) && Object.hasOwn(ARRAY_TYPES, (value as TypedArray)[Symbol.toStringTag]);

/**
 * Takes the typed arrays out of a message. Parts without arrays are kept by reference and not copied: their getters
 * (the times of a reply, see `electron/engine/wire-reply.ts`) are thus read only when the header is encoded.
 */
export function liftArrays(message: unknown): LiftedMessage {
  const arrays: ArrayPlace[] = [];
  const data: TypedArray[] = [];
  const path: (string | number)[] = [];

  const lift = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (isTypedArray(value)) {
      arrays.push({ path: [...path], type: value[Symbol.toStringTag], length: value.length });
      data.push(value);
      return null;
    }
    const found = data.length;
    const isList = Array.isArray(value);
    const entries = Object.entries(value).map(([key, child]): [string, unknown] => {
      path.push(isList ? Number(key) : key);
      const lifted = lift(child);
      path.pop();
      return [key, lifted];
    });
    if (data.length === found) return value;
    return isList ? entries.map(([, child]) => child) : Object.fromEntries(entries);
  };

  return { message: lift(message), arrays, data };
}

/** Puts an array back where it was taken from. False where the message has no such place. */
export function placeArray(header: { message: unknown }, path: KeyPath, array: TypedArray): boolean {
  let holder: object = header;
  let key: string | number = 'message';
  for (const next of path) {
    const child: unknown = (holder as Record<string | number, unknown>)[key];
    if (typeof child !== 'object' || child === null || !Object.hasOwn(child, next)) return false;
    holder = child;
    key = next;
  }
  const slot = holder as Record<string | number, unknown>;
  if (slot[key] !== null) return false;
  slot[key] = array;
  return true;
}

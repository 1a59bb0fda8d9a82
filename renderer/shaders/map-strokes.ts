/**
 * Pieces of lines of one width, and round marks, with smooth edges without the canvas' antialiasing. Lengths are CSS pixels from the
 * middle of the canvas, y upwards. `ends` and `place` are relative to an origin that `shift` puts in its place in float64.
 */
const SPACE = /* glsl */ `
uniform vec2 canvasSize;
uniform vec2 shift;
uniform float pixelsPerUnit;
uniform float pixelRatio;
uniform float halfWidth;
vec4 clipFrom(vec2 point) {
  return vec4(2.0 * point / canvasSize, 0.0, 1.0);
}
`;

/** Four vertices a piece, the corners of a box laid round it. */
export const STROKE_VERTEX = /* glsl */ `
${SPACE}
in vec4 ends;
in vec4 colour;
out vec2 inPiece;
out float pieceLength;
out vec4 strokeColour;
void main() {
  vec2 corner = vec2(float(gl_VertexID & 1) * 2.0 - 1.0, float(gl_VertexID & 2) - 1.0);
  vec2 from = ends.xy * pixelsPerUnit + shift;
  vec2 piece = ends.zw * pixelsPerUnit + shift - from;
  pieceLength = length(piece);
  vec2 along = pieceLength > 0.0 ? piece / pieceLength : vec2(1.0, 0.0);
  float reach = halfWidth + 0.5 / pixelRatio;
  inPiece = vec2(corner.x < 0.0 ? -reach : pieceLength + reach, corner.y * reach);
  strokeColour = colour;
  gl_Position = clipFrom(from + along * inPiece.x + vec2(-along.y, along.x) * inPiece.y);
}
`;

export const STROKE_FRAGMENT = /* glsl */ `
uniform float pixelRatio;
uniform float halfWidth;
in vec2 inPiece;
in float pieceLength;
in vec4 strokeColour;
out vec4 shown;
void main() {
  float beyond = max(max(-inPiece.x, inPiece.x - pieceLength), 0.0);
  float covered = clamp((halfWidth - length(vec2(beyond, inPiece.y))) * pixelRatio + 0.5, 0.0, 1.0);
  shown = vec4(strokeColour.rgb, strokeColour.a * covered);
}
`;

/** The same vertices, joined as lines of a device pixel: the first two of each piece. */
export const THIN_VERTEX = /* glsl */ `
${SPACE}
in vec4 ends;
in vec4 colour;
flat out vec4 strokeColour;
void main() {
  strokeColour = colour;
  gl_Position = clipFrom(((gl_VertexID & 1) == 0 ? ends.xy : ends.zw) * pixelsPerUnit + shift);
}
`;

export const THIN_FRAGMENT = /* glsl */ `
flat in vec4 strokeColour;
out vec4 shown;
void main() {
  shown = strokeColour;
}
`;

/** A disc with a rim of one pixel in another colour. */
export const MARK_VERTEX = /* glsl */ `
${SPACE}
uniform vec3 fill;
uniform vec3 ramp[3];
uniform vec2 sizes;
in vec2 place;
in float grade;
out float radius;
out vec3 markColour;
void main() {
  vec3 graded = mix(ramp[0], ramp[1], min(2.0 * grade, 1.0));
  graded = mix(graded, ramp[2], clamp(2.0 * grade - 1.0, 0.0, 1.0));
  markColour = grade < 0.0 ? fill : graded;
  radius = halfWidth * pixelRatio * (grade < 0.0 ? 1.0 : mix(sizes.x, sizes.y, grade));
  gl_PointSize = 2.0 * radius + 1.0;
  gl_Position = clipFrom(place * pixelsPerUnit + shift);
}
`;

export const MARK_FRAGMENT = /* glsl */ `
uniform float pixelRatio;
uniform vec3 rim;
in float radius;
in vec3 markColour;
out vec4 shown;
void main() {
  float inside = radius - length(gl_PointCoord - 0.5) * (2.0 * radius + 1.0);
  shown = vec4(mix(rim, markColour, clamp(inside - pixelRatio + 0.5, 0.0, 1.0)), clamp(inside + 0.5, 0.0, 1.0));
}
`;

/** Section: `position` is already in clip space, computed in float64 (see `SectionTiles`). */
export const SECTION_VERTEX = /* glsl */ `
in vec2 texelAtVertex;
out vec2 texel;
void main() {
  texel = texelAtVertex;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

/** 3D plane: `position` is in the survey's local frame (see `LocalFrame`). */
export const PLANE_VERTEX = /* glsl */ `
in vec2 texelAtVertex;
out vec2 texel;
void main() {
  texel = texelAtVertex;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

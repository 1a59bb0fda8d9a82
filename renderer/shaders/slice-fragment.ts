/**
 * Amplitude to colour, per fragment. The twin of `shared/colour` (`colourIndexAt`, `paintSlice`): a browser test compares
 * them pixel by pixel.
 *
 * All reads are `texelFetch`: no hardware filter, so a NaN cannot spoil its neighbours. Interpolation is bilinear over
 * live samples only; a fragment whose own cell is absent stays absent, so dead traces keep crisp edges.
 */
export const SLICE_FRAGMENT = /* glsl */ `
precision highp float;
precision highp int;
precision highp sampler2D;

uniform sampler2D amplitudes;
/** Red above 0 where a trace is dead or missing; one column wide where the status belongs to the row. */
uniform sampler2D statuses;
uniform bool hasStatuses;
uniform sampler2D colormap;
/** Colour indices per unit of amplitude, see colourScaleOf. */
uniform float colourScale;
uniform vec3 absentColour;
uniform bool isSmooth;

/** Column and row in texels; texel k covers k to k + 1. */
in vec2 texel;
out vec4 fragmentColour;

const float LARGEST = 3.4028234663852886e38;

/** By its bits: compilers may assume that isnan() is false. */
bool isNotANumber(float value) {
  return (floatBitsToUint(value) & 0x7fffffffu) > 0x7f800000u;
}

bool isLive(ivec2 cell, float amplitude) {
  if (isNotANumber(amplitude)) return false;
  return !hasStatuses || texelFetch(statuses, min(cell, textureSize(statuses, 0) - 1), 0).r == 0.0;
}

void blend(ivec2 cell, ivec2 last, float weight, inout float sum, inout float weights) {
  ivec2 inside = clamp(cell, ivec2(0), last);
  float amplitude = texelFetch(amplitudes, inside, 0).r;
  if (!isLive(inside, amplitude)) return;
  sum += weight * clamp(amplitude, -LARGEST, LARGEST);
  weights += weight;
}

/** The live samples around a point, weighted by their nearness. At least the own cell is live. */
float interpolated(ivec2 last) {
  vec2 corner = floor(texel - 0.5);
  vec2 fraction = texel - 0.5 - corner;
  ivec2 cell = ivec2(corner);
  float sum = 0.0;
  float weights = 0.0;
  blend(cell, last, (1.0 - fraction.x) * (1.0 - fraction.y), sum, weights);
  blend(cell + ivec2(1, 0), last, fraction.x * (1.0 - fraction.y), sum, weights);
  blend(cell + ivec2(0, 1), last, (1.0 - fraction.x) * fraction.y, sum, weights);
  blend(cell + ivec2(1, 1), last, fraction.x * fraction.y, sum, weights);
  return sum / weights;
}

void main() {
  ivec2 last = textureSize(amplitudes, 0) - 1;
  ivec2 cell = clamp(ivec2(floor(texel)), ivec2(0), last);
  float amplitude = texelFetch(amplitudes, cell, 0).r;
  if (!isLive(cell, amplitude)) {
    fragmentColour = vec4(absentColour, 1.0);
    return;
  }
  if (isSmooth) amplitude = interpolated(last);
  amplitude = clamp(amplitude, -LARGEST, LARGEST);
  int index = clamp(128 + int(clamp(floor(amplitude * colourScale), -128.0, 127.0)), 0, 255);
  fragmentColour = vec4(texelFetch(colormap, ivec2(index, 0), 0).rgb, 1.0);
}
`;

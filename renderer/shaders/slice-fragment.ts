/**
 * Amplitude to colour, per fragment. The twin of `shared/colour` (`colourIndexAt`, `paintSlice`): a browser test compares
 * them pixel by pixel. NaN stands for "no live trace here" (see absent-samples.ts).
 *
 * All reads are `texelFetch`: no hardware filter, so a NaN cannot spoil its neighbours. There is no branch: a software
 * rasteriser runs both sides of every branch, which tripled its time; so SMOOTH is a compile-time choice. Measured for
 * 900 x 600 fragments on two cores, SwiftShader: exact 6.6 ms, smooth 10 ms, a constant colour 3.2 ms.
 */
export const SLICE_FRAGMENT = /* glsl */ `
precision highp float;
precision highp int;
precision highp sampler2D;

uniform sampler2D amplitudes;
uniform sampler2D colormap;
/** Colour indices per unit of amplitude, see colourScaleOf. */
uniform float colourScale;
uniform vec3 absentColour;

/** Column and row in texels; texel k covers k to k + 1. */
in vec2 texel;
out vec4 fragmentColour;

const float LARGEST = 3.4028234663852886e38;

/** By its bits: compilers may assume that isnan() is false. */
bool isAbsent(float value) {
  return (floatBitsToUint(value) & 0x7fffffffu) > 0x7f800000u;
}

void main() {
  ivec2 last = textureSize(amplitudes, 0) - 1;

#ifdef SMOOTH
  // Four reads either way. Enlarged: bilinear over the live samples among the four nearest, of which the nearest decides
  // whether the fragment is absent, so dead traces keep crisp edges. Reduced to less than half: the mean of four samples
  // spread over the longer side of what the pixel covers, or planes seen from their edge would sparkle.
  vec2 acrossPixel = dFdx(texel);
  vec2 downPixel = dFdy(texel);
  vec2 covered = dot(acrossPixel, acrossPixel) > dot(downPixel, downPixel) ? acrossPixel : downPixel;
  bool isReduced = dot(covered, covered) > 4.0;

  vec2 corner = floor(texel - 0.5);
  vec2 fraction = texel - 0.5 - corner;
  vec2 step = isReduced ? covered * 0.25 : vec2(0.0);
  ivec2 first = clamp(ivec2(isReduced ? floor(texel - 1.5 * step) : corner), ivec2(0), last);
  ivec2 fourth = clamp(ivec2(isReduced ? floor(texel + 1.5 * step) : corner + 1.0), ivec2(0), last);
  ivec2 second = isReduced ? clamp(ivec2(floor(texel - 0.5 * step)), ivec2(0), last) : ivec2(fourth.x, first.y);
  ivec2 third = isReduced ? clamp(ivec2(floor(texel + 0.5 * step)), ivec2(0), last) : ivec2(first.x, fourth.y);
  vec4 samples = vec4(
    texelFetch(amplitudes, first, 0).r,
    texelFetch(amplitudes, second, 0).r,
    texelFetch(amplitudes, third, 0).r,
    texelFetch(amplitudes, fourth, 0).r
  );
  vec2 upper = vec2(1.0 - fraction.x, fraction.x) * (1.0 - fraction.y);
  vec2 lower = vec2(1.0 - fraction.x, fraction.x) * fraction.y;
  bvec4 absent = bvec4(isAbsent(samples.x), isAbsent(samples.y), isAbsent(samples.z), isAbsent(samples.w));
  vec4 weights = mix(isReduced ? vec4(0.25) : vec4(upper, lower), vec4(0.0), absent);
  vec4 live = mix(clamp(samples, -LARGEST, LARGEST), vec4(0.0), absent);
  float liveShare = dot(weights, vec4(1.0));
  float amplitude = dot(weights, live) / liveShare;
  vec2 nearer = fraction.y < 0.5 ? samples.xy : samples.zw;
  bool isGone = isReduced ? liveShare < 0.6 : isAbsent(fraction.x < 0.5 ? nearer.x : nearer.y);
#else
  float nearest = texelFetch(amplitudes, clamp(ivec2(floor(texel)), ivec2(0), last), 0).r;
  float amplitude = clamp(nearest, -LARGEST, LARGEST);
  bool isGone = isAbsent(nearest);
#endif

  float steps = clamp(floor(amplitude * colourScale), -128.0, 127.0);
  vec3 colour = texelFetch(colormap, ivec2(128 + int(steps), 0), 0).rgb;
  fragmentColour = vec4(isGone ? absentColour : colour, 1.0);
}
`;

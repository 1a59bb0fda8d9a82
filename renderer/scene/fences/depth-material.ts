/** Puts a surface's depth down before anything is coloured, so that of surfaces behind each other only the foremost is. */
import { DoubleSide, GLSL3, ShaderMaterial } from 'three';
import { PLANE_VERTEX } from '../../shaders/slice-vertex.ts';

const NOTHING = /* glsl */ `
void main() {}
`;

/** The vertices are computed as those of the slices, and lie a unit of depth behind them: what is seen passes the test. */
export const createDepthMaterial = (): ShaderMaterial =>
  new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: PLANE_VERTEX,
    fragmentShader: NOTHING,
    side: DoubleSide,
    colorWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 2,
  });

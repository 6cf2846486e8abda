import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { isHeavy } from './motion';
import { Upload } from './upload';
import type { Family } from '../../parts/kinds';

/** The shape of each family; the shader tells them apart by number. */
export const SHAPES: Record<Family, number> = { person: 0, matter: 1, unit: 2, thing: 3, event: 4 };

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

// Signed distance to each shape, of which the radius is one; a ring of the channel's colour lies around a smaller one.
const FRAGMENT = `
precision highp float;
varying vec4 v_fill;
varying vec4 v_ring;
varying vec2 v_at;
varying float v_shape;
varying float v_blur;

float away(vec2 p) {
  if (v_shape < 0.5) return length(p) - 0.94;
  if (v_shape < 1.5) { vec2 d = abs(p) - vec2(0.72); return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - 0.08; }
  if (v_shape < 2.5) { vec2 q = abs(p); return max(q.x * 0.5 + q.y * 0.866, q.x) - 0.86; }
  if (v_shape < 3.5) return (abs(p.x) + abs(p.y)) * 0.7071 - 0.7;
  vec2 q = vec2(abs(p.x), p.y + 0.12);
  return max(q.x * 0.866 + q.y * 0.5, -q.y - 0.1) - 0.5;
}

void main() {
  float d = away(v_at);
  #ifdef PICKING_MODE
  gl_FragColor = d > 0.0 ? vec4(0.0) : v_fill;
  #else
  float ringed = step(0.5, v_ring.a);
  float inner = away(v_at * mix(1.0, 1.55, ringed));
  vec4 fill = v_fill * (1.0 - smoothstep(-v_blur, 0.0, inner));
  float band = (1.0 - smoothstep(-v_blur, 0.0, d)) * smoothstep(-0.22 - v_blur, -0.22, d) * ringed;
  gl_FragColor = mix(fill, vec4(v_ring.rgb, 1.0), band);
  #endif
}`;

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_fill;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_fill;
varying vec4 v_ring;
varying vec2 v_at;
varying float v_shape;
varying float v_blur;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + radius * a_corner, 1.0)).xy, 0.0, 1.0);
  v_at = a_corner;
  v_shape = a_shape;
  v_blur = clamp(1.6 * u_sizeRatio / a_size, 0.04, 0.6);
  #ifdef PICKING_MODE
  v_fill = a_id;
  #else
  v_fill = a_fill;
  #endif
  v_ring = a_ring;
  v_fill.a *= 255.0 / 254.0;
  v_ring.a *= 255.0 / 254.0;
}`;

// One triangle that holds the circle of radius one. It is written out for each node: without a graphics card each
// instance of an instanced drawing costs as much as a drawing of its own.
const CORNERS = [
  [-1.7321, -1],
  [1.7321, -1],
  [0, 2],
] as const;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;

interface Drawn extends NodeDisplayData {
  shape?: number;
  ring?: string;
}

/** Draws a node in the shape of its family, the colour of its kind, and the ring of its channel. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  private readonly upload = new Upload();

  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as WebGLRenderingContextBase['TRIANGLES'],
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_fill', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ring', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_corner', size: 2, type: FLOAT },
      ],
    };
  }

  /** While a large picture moves, nobody points at a node, so what a pointer would be over is not drawn. */
  override render(params: RenderParams) {
    const { pickProgram } = this;
    if (isHeavy(this.renderer)) this.pickProgram = null;
    super.render(params);
    this.pickProgram = pickProgram;
  }

  override process(nodeIndex: number, offset: number, data: NodeDisplayData) {
    this.upload.change();
    super.process(nodeIndex, offset, data);
  }

  override bindProgram(info: ProgramInfo) {
    let offset = 0;
    const attributes = () => this.ATTRIBUTES.forEach((each) => (offset += this.bindAttribute(each, info, offset)));
    this.upload.bind(info, () => super.bindProgram(info), attributes);
  }

  override processVisibleItem(nodeIndex: number, startIndex: number, data: Drawn) {
    const { array } = this;
    const fill = floatColor(data.color);
    const ring = floatColor(data.ring ?? 'rgba(0,0,0,0)');
    let at = startIndex;
    for (const [x, y] of CORNERS) {
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size;
      array[at++] = data.shape ?? 0;
      array[at++] = fill;
      array[at++] = ring;
      array[at++] = nodeIndex;
      array[at++] = x;
      array[at++] = y;
    }
  }

  override setUniforms({ sizeRatio, correctionRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio ?? null, correctionRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
  }
}

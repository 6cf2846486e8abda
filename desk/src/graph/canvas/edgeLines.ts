import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { isHeavy, isWithoutTies } from './motion';
import { Upload } from './upload';

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying float v_along;
varying float v_dash;

void main() {
  #ifndef PICKING_MODE
  if (v_dash > 0.5 && mod(v_along, v_dash * 2.0) > v_dash) discard;
  #endif
  gl_FragColor = v_color;
}`;

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_width;
attribute float a_dash;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_view;
varying vec4 v_color;
varying float v_along;
varying float v_dash;

void main() {
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy;
  vec2 across = (end - start) * u_view * 0.5;
  float far = max(length(across), 0.001);
  vec2 side = vec2(-across.y, across.x) / far * a_corner.y * a_width / u_view;
  gl_Position = vec4(mix(start, end, a_corner.x) + side, 0.0, 1.0);
  v_along = a_corner.x * far;
  v_dash = a_dash;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

// Two triangles, written out for each tie: without a graphics card each instance of an instanced drawing costs as much as
// a drawing of its own.
const CORNERS = [
  [0, 1],
  [0, -1],
  [1, 1],
  [1, 1],
  [0, -1],
  [1, -1],
] as const;

const UNIFORMS = ['u_matrix', 'u_view'] as const;

interface Drawn extends EdgeDisplayData {
  dash?: number;
}

/** Draws a tie as a line of so many pixels: full where a source states it, dashed or dotted where it is less certain. */
export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  private readonly upload = new Upload();

  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as WebGLRenderingContextBase['TRIANGLES'],
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: FLOAT },
        { name: 'a_end', size: 2, type: FLOAT },
        { name: 'a_width', size: 1, type: FLOAT },
        { name: 'a_dash', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_corner', size: 2, type: FLOAT },
      ],
    };
  }

  override render(params: RenderParams) {
    const { pickProgram } = this;
    if (isWithoutTies(this.renderer)) return;
    if (isHeavy(this.renderer)) this.pickProgram = null;
    super.render(params);
    this.pickProgram = pickProgram;
  }

  override process(edgeIndex: number, offset: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
    this.upload.change();
    super.process(edgeIndex, offset, source, target, data);
  }

  override bindProgram(info: ProgramInfo) {
    let offset = 0;
    const attributes = () => this.ATTRIBUTES.forEach((each) => (offset += this.bindAttribute(each, info, offset)));
    this.upload.bind(info, () => super.bindProgram(info), attributes);
  }

  override processVisibleItem(edgeIndex: number, startIndex: number, source: NodeDisplayData, target: NodeDisplayData, data: Drawn) {
    const { array } = this;
    const color = floatColor(data.color);
    let at = startIndex;
    for (const [along, across] of CORNERS) {
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = data.size;
      array[at++] = data.dash ?? 0;
      array[at++] = color;
      array[at++] = edgeIndex;
      array[at++] = along;
      array[at++] = across;
    }
  }

  override setUniforms({ matrix, width, height }: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
    gl.uniform2f(uniformLocations.u_view ?? null, width, height);
  }
}

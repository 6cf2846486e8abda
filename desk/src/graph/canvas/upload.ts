import type { ProgramInfo } from 'sigma/rendering';

/** Sends what a program draws to the graphics side when it has changed, not again for each move of the camera. */
export class Upload {
  private sent: WebGLBuffer[] = [];

  /** Says that what is drawn has changed. */
  change(): void {
    if (this.sent.length) this.sent = [];
  }

  /** Binds the buffer of one of the programs: filled anew where it is due, else as it stands. */
  bind({ gl, buffer }: ProgramInfo, filled: () => void, attributes: () => void): void {
    if (this.sent.includes(buffer)) {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      attributes();
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    } else {
      filled();
      this.sent.push(buffer);
    }
  }
}

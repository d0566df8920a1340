/** The part of pngjs 7 that the tests call; the package ships no types. */
declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number });
    width: number;
    height: number;
    data: Buffer;
    static sync: { write(png: PNG): Buffer; read(file: Buffer): PNG };
  }
}

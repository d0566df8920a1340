/** The part of qrcode that makes the modules, without what draws them as PNG. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode';
}

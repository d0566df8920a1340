/** The part of qrcode that computes the modules, without its PNG renderer. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode';
}

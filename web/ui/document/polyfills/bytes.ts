import { provide } from './provide.ts';

function toHex(this: Uint8Array): string {
  return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toBase64(this: Uint8Array): string {
  return btoa(Array.from(this, (byte) => String.fromCharCode(byte)).join(''));
}

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

provide(Uint8Array.prototype, 'toHex', toHex);
provide(Uint8Array.prototype, 'toBase64', toBase64);
provide(Uint8Array, 'fromBase64', fromBase64);

/** Detaches the original buffer, as the standard requires. */
function transferToFixedLength(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const whole = structuredClone(this, { transfer: [this] });
  if (length === whole.byteLength) return whole;
  const made = new ArrayBuffer(length);
  new Uint8Array(made).set(new Uint8Array(whole, 0, Math.min(length, whole.byteLength)));
  return made;
}

provide(ArrayBuffer.prototype, 'transferToFixedLength', transferToFixedLength);

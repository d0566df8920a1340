import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import type { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createCompany } from '../../pki/company.ts';
import { sealDocument } from '../sealed-document.ts';

/** The browser globals that the verifier may use; no `process`, no `Buffer`, no `require`. */
const BROWSER_GLOBALS = {
  Blob,
  DecompressionStream,
  crypto,
  TextDecoder,
  TextEncoder,
  atob,
  btoa,
  setTimeout,
  Uint8Array,
  ArrayBuffer,
  DataView,
  console: { log: () => {}, warn: () => {}, error: () => {} },
};

async function bundled(): Promise<typeof verifyDocument> {
  const build = await rolldown({ input: 'shared/pdf/verify/verify.ts', platform: 'browser' });
  const { output } = await build.generate({ format: 'iife', name: 'verifier' });
  const context = createContext({ ...BROWSER_GLOBALS });
  runInContext(`${output[0].code}; globalThis.verify = verifier.verifyDocument`, context);
  return context.verify;
}

test('the same verifier runs where there is only what a browser has', async () => {
  const now = new Date('2026-11-24T10:15:30Z');
  const company = await createCompany(now);
  const { file } = await sealDocument(company, now);
  const verify = await bundled();
  const options = { roots: [company.authority.root] };
  expect((await verify(file, options)).verdict).toBe('authentic');
  const changed = file.slice();
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  expect((await verify(changed, options)).verdict).toBe('altered');
});

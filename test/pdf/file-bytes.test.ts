import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const PIECES = 4_000_000;
const FILE_BYTES = new URL('../../shared/pdf/syntax/file-bytes.ts', import.meta.url);

/** Runs in a worker thread with limited memory. */
async function lengthOfManyPieces(heapMib: number): Promise<number> {
  const script = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(FILE_BYTES.href)}).then(({ FileBytes }) => {
      const file = new FileBytes();
      for (let piece = 0; piece < ${PIECES}; piece++) file.addText(' 600');
      parentPort.postMessage(file.toBytes().length);
    });`;
  const worker = new Worker(script, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMib },
  });
  const [length] = await once(worker, 'message');
  await worker.terminate();
  return length as number;
}

test('a file of many small pieces takes little more memory than its length', async () => {
  expect(await lengthOfManyPieces(32)).toBe(PIECES * ' 600'.length);
});

import { parentPort } from 'node:worker_threads';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';

interface Question {
  readonly bytes: Uint8Array;
  readonly root: Uint8Array;
}

parentPort!.on('message', async ({ bytes, root }: Question) => {
  const { verdict, reasons } = await verifyDocument(bytes, { roots: [root] });
  parentPort!.postMessage({ verdict, reasons: reasons.map(({ sentence }) => sentence) });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BootOptions, bootLocal, type Local } from '../../infra/local/boot.ts';
import type { Guide } from '../../infra/local/page/guide.ts';
import { sampleUsers } from './sample-users.ts';

const CONTRACT = join(import.meta.dirname, '../../test/fixtures/contratto.pdf');

const guide: Guide = {
  name: 'Sigillo',
  users: sampleUsers,
  links: ({ api, functionUrls }) => ({
    Console: `${api}/console`,
    'A contract to send (PDF)': '/local/sample.pdf',
    Verifier: Object.values(functionUrls)[0] ?? '',
  }),
  files: { 'sample.pdf': { type: 'application/pdf', read: () => readFileSync(CONTRACT) } },
  phonePath: '/sign',
  empty: {
    mails:
      'No mail yet. Whoever is asked to sign gets the link and the code here: open the Console above, sign in as any of the sample people, and send a document.',
    texts:
      'No text message yet. They go to people whose mobile number was given in place of a mail address.',
    events:
      'No event yet. What happens to a document is told here, as integrations hear it on the event bus.',
    executions:
      'Nothing is under way yet. Each document that is sent gets one execution of the workflow.',
    objects: 'No file yet. Uploaded and signed PDFs lie here, as they would in the bucket.',
  },
};

/** Runs Sigillo's template on this machine, with sample employees and a sample contract. */
export const bootSigillo = (options: Omit<BootOptions, 'guide'>): Promise<Local> =>
  bootLocal({ ...options, guide });

import { bootSigillo } from '../start/boot-sigillo.ts';
import { noteGrants } from './note-grants.ts';

const DENIED = 77;

/** Runs a local target for the parent process until it sends `stop` or exits. */
const [stateDirectory, cdkOut] = process.argv.slice(2);
if (!stateDirectory || !cdkOut || !process.send) throw new Error('made to be forked');

const local = await bootSigillo({ port: 0, stateDirectory, cdkOut });
/** On AWS a denied call fails; here it ends the driver instead of leaving it waiting. */
local.access.journal.onDenial(() => process.exit(DENIED));

process.send({ api: local.urls.api });

async function end(): Promise<never> {
  await local.close();
  noteGrants(local.access);
  process.exit(0);
}

process.once('SIGTERM', () => void end());
process.once('disconnect', () => void end());

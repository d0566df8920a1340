import { freshAssembly } from '../../infra/local/assembly.ts';
import { bootLocal } from '../../infra/local/boot.ts';

/** Runs a local target for the process that forked this one, until that tells it to stop or is gone. */
const [stateDirectory] = process.argv.slice(2);
if (!stateDirectory || !process.send) throw new Error('forked with a state directory only');

const local = await bootLocal({ port: 0, stateDirectory, cdkOut: freshAssembly() });
process.send({ api: local.urls.api });

const end = () => void local.close().then(() => process.exit(0));
process.once('SIGTERM', end);
process.once('disconnect', end);

/**
 * `npm run supported`: fails if the built pages use a feature that a browser in package.json's `browserslist`
 * lacks.
 */
import { join } from 'node:path';
import { verifyBuild, webBuild } from '../infra/build/web-build.ts';
import { judgeBuilds } from './supported/build-features.ts';

const { missing, idle } = judgeBuilds([webBuild(), verifyBuild()].map((at) => join(at, 'assets')));
for (const { file, feature, lackedBy } of missing)
  console.error(`${file}: ${feature} is not in ${lackedBy.join(', ')}`);
for (const { feature, file = 'any file' } of idle)
  console.error(`scripts/supported/exempt.ts: ${feature} is not used in ${file}`);
if (missing.length + idle.length > 0) process.exit(1);

import { FUNCTIONS } from './bundles.ts';
import { buildAhead } from './cached-build.ts';
import { companySettings } from './company-settings.ts';
import { synthesize } from './synthesize.ts';
import { PAGES, VERIFY_PAGE } from './web-build.ts';

await buildAhead([PAGES, FUNCTIONS, VERIFY_PAGE], (line) => console.error(line));

/** The CDK CLI says where; otherwise beside the sources. */
synthesize(await companySettings(), process.env.CDK_OUTDIR ?? 'cdk.out');

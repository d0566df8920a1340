import { FUNCTIONS } from './build/bundles.ts';
import { buildAhead } from './build/cached-build.ts';
import { PAGES, VERIFY_PAGE } from './build/web-build.ts';
import { companySettings } from './settings/company-settings.ts';

const built = buildAhead([PAGES, FUNCTIONS, VERIFY_PAGE], (line) => console.error(line));
/** The CDK takes a second to load, which the builds need not wait for. */
const [{ synthesize }] = await Promise.all([import('./synthesize.ts'), built]);

/** The CDK CLI says where; otherwise beside the sources. */
synthesize(await companySettings(), process.env.CDK_OUTDIR ?? 'cdk.out');

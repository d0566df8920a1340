import { company } from './company.ts';
import { synthesize } from './synthesize.ts';

/** The CDK CLI says where; otherwise beside the sources. */
synthesize(company, process.env.CDK_OUTDIR ?? 'cdk.out');

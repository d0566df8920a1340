import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { Bundles } from './build/bundles.ts';
import { type CompanyConfig, Config } from './config.ts';
import { sigilloApp } from './sigillo-app.ts';

/**
 * Writes the cloud assembly to `outdir`. Needs no account, credentials or network. Throws if the config is wrong or a rule of cdk-nag is broken without a reason given.
 */
export function synthesize(company: CompanyConfig, outdir: string): CloudAssembly {
  const config = Config.parse(company);
  const bundles = new Bundles(config);
  try {
    return sigilloApp(config, bundles, outdir).synth();
  } finally {
    bundles.remove();
  }
}

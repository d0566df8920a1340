import { App, Tags, Validations } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import featureFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { Bundles } from './bundles.ts';
import { type CompanyConfig, Config } from './config.ts';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { WebStack } from './web-stack.ts';

/**
 * Writes the cloud assembly to `outdir`, or to where the CDK CLI says. Needs no account, credentials
 * or network. The feature flags stand here and not in cdk.json, which only the CLI reads: so the
 * local target and `cdk deploy` run the same template.
 */
export function synthesize(company: CompanyConfig, outdir?: string): CloudAssembly {
  const config = Config.parse(company);
  const app = new App({
    ...(outdir && { outdir }),
    analyticsReporting: false,
    context: { ...featureFlags, ...strongReferences },
  });
  const bundles = new Bundles();
  try {
    addStacks(app, config, bundles);
    return app.synth();
  } finally {
    bundles.remove();
  }
}

/** Exports and imports: AWS then refuses to remove from one stack what another still uses. */
const strongReferences = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' };

function addStacks(app: App, config: Config, bundles: Bundles) {
  const env = {
    ...(config.account && { account: config.account }),
    ...(config.region && { region: config.region }),
  };
  const web = new WebStack(app, 'SigilloWeb', { env, config });
  const data = new DataStack(app, 'SigilloData', { env, config, bundles, appUrl: web.appUrl });
  new ServiceStack(app, 'SigilloService', { env, config, bundles, web, data });
  Tags.of(app).add('application', 'sigillo');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}

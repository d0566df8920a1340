import { App, Tags, Validations } from 'aws-cdk-lib';
import featureFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Bundles } from './build/bundles.ts';
import type { Config } from './config.ts';
import { DataStack } from './stacks/data-stack.ts';
import { logRetentionContext } from './stacks/log-retention.ts';
import { deploymentContext, stackName } from './stacks/naming.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

/** Exports and imports: AWS then refuses to remove from one stack what another still uses. */
const strongReferences = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' };

/**
 * The stacks in order of dependency. Feature flags are set here and not in cdk.json, which only the CLI reads,
 * so that the local target and `cdk deploy` use the same template.
 */
export function sigilloApp(config: Config, bundles: Bundles, outdir: string): App {
  const app = new App({
    outdir,
    analyticsReporting: false,
    context: {
      ...featureFlags,
      ...strongReferences,
      ...deploymentContext(config.deployment),
      ...logRetentionContext(config.retention.logDays),
    },
  });
  const env = {
    ...(config.account && { account: config.account }),
    ...(config.region && { region: config.region }),
  };
  const name = (part: Parameters<typeof stackName>[1]) => stackName(config.deployment, part);
  const web = new WebStack(app, name('Web'), { env, config });
  const data = new DataStack(app, name('Data'), { env, config, bundles, web });
  new ServiceStack(app, name('Service'), { env, config, bundles, web, data });
  Tags.of(app).add('application', 'sigillo');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

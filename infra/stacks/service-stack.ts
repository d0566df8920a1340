import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundles } from '../build/bundles.ts';
import type { Config } from '../config.ts';
import { ApiAlarms } from '../constructs/alarms/api-alarms.ts';
import { Canary } from '../constructs/alarms/canary.ts';
import { ChannelAlarms } from '../constructs/alarms/channel-alarms.ts';
import { Dashboard } from '../constructs/alarms/dashboard.ts';
import { ApiRoutes } from '../constructs/doors/api-routes.ts';
import { Doors } from '../constructs/doors/doors.ts';
import { DomainBus } from '../constructs/followers/domain-bus.ts';
import { Forgetting } from '../constructs/followers/forgetting.ts';
import { Relay } from '../constructs/followers/relay.ts';
import { OutboundMail } from '../constructs/messages/outbound-mail.ts';
import { Webhooks } from '../constructs/webhooks/webhooks.ts';
import { Batches } from '../constructs/workflow/batches.ts';
import { Tasks } from '../constructs/workflow/tasks.ts';
import { Workflow } from '../constructs/workflow/workflow.ts';
import type { DataStack } from './data-stack.ts';
import type { WebStack } from './web-stack.ts';

export interface ServiceStackProps extends StackProps {
  readonly config: Config;
  readonly bundles: Bundles;
  readonly web: WebStack;
  readonly data: DataStack;
}

/** What changes with each release: functions, routes, workflow, bus, mail and alarms. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, {
      ...props,
      description: 'Sigillo: functions, routes, workflow, bus and mail',
      terminationProtection: true,
    });
    const { config, bundles, web, data } = props;
    const { documentDays } = config.retention;
    const { alarms } = data;
    const mail = new OutboundMail(this, 'Mail', config.mail);
    const bus = new DomainBus(this, 'DomainBus');
    const around = { config, bundles, data, mail, bus, appUrl: web.appUrl };
    const tasks = new Tasks(this, 'Tasks', around);
    const workflow = new Workflow(this, 'Workflow', { tasks, documentDays });
    const { batch } = new Batches(this, 'Batches', around);
    const relay = new Relay(this, 'Relay', { bundles, data, workflow, bus, config });
    const { forget } = new Forgetting(this, 'Forgetting', { bundles, data, config });
    const { webhook } = new Webhooks(this, 'Webhooks', around);
    const doors = new Doors(this, 'Doors', { ...around, originSecret: web.originSecret });
    new ApiRoutes(this, 'Routes', { apiId: web.api.apiId, doors, senders: data.senders });
    new ChannelAlarms(this, 'Channels', alarms, config);
    if (config.canary) new Canary(this, 'Canary', { bundles, data, config, ...config.canary });
    new ApiAlarms(this, 'ApiAlarms', alarms, doors);
    new Dashboard(this, 'Dashboard', {
      alarms,
      apiId: web.api.apiId,
      machineArn: workflow.machine.stateMachineArn,
      functions: [
        ...[...doors.functions, ...tasks.functions, batch],
        ...[...relay.functions, forget, webhook],
      ],
      publish: relay.publish,
    });
  }
}

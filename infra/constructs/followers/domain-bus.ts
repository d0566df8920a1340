import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';
import type { SigilloFunction } from '../sigillo-function.ts';

/** EventBridge bus on which the company's other systems receive envelope events. */
export class DomainBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { eventBusName: regionalName(this) });
  }

  grantPublish(publisher: SigilloFunction): void {
    publisher.setVariables({ BUS_NAME: this.bus.eventBusName });
    publisher.allow(['events:PutEvents'], [this.bus.eventBusArn]);
  }
}

import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';

/** Common to every table: retained when its stack is deleted, with deletion protection. */
export const RETAINED_TABLE = {
  billingMode: BillingMode.PAY_PER_REQUEST,
  encryption: TableEncryption.AWS_MANAGED,
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies Partial<TableProps>;

/** A retained table with point-in-time recovery, for data that nothing else can rebuild. */
export const BACKED_UP_TABLE = {
  ...RETAINED_TABLE,
  partitionKey: { name: 'id', type: AttributeType.STRING },
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
} as const satisfies TableProps;

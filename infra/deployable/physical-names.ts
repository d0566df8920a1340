import { isRecord } from './template-value.ts';

/** How far a physical name is unique: `world` and `account` hold across regions. */
export type Reach = 'world' | 'account' | 'region';

/** Where each type has its explicit name, and how far that must be unique. */
const NAMES: Readonly<Record<string, readonly [path: string, reach: Reach]>> = {
  'AWS::S3::Bucket': ['BucketName', 'world'],
  'AWS::DynamoDB::Table': ['TableName', 'region'],
  'AWS::DynamoDB::GlobalTable': ['TableName', 'region'],
  'AWS::KMS::Alias': ['AliasName', 'region'],
  'AWS::Logs::LogGroup': ['LogGroupName', 'region'],
  'AWS::CloudWatch::Alarm': ['AlarmName', 'region'],
  'AWS::CloudWatch::CompositeAlarm': ['AlarmName', 'region'],
  'AWS::CloudWatch::Dashboard': ['DashboardName', 'account'],
  'AWS::Events::EventBus': ['Name', 'region'],
  'AWS::Events::Rule': ['Name', 'region'],
  'AWS::Scheduler::Schedule': ['Name', 'region'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 'region'],
  'AWS::Lambda::Function': ['FunctionName', 'region'],
  'AWS::Lambda::LayerVersion': ['LayerName', 'region'],
  'AWS::SQS::Queue': ['QueueName', 'region'],
  'AWS::SNS::Topic': ['TopicName', 'region'],
  'AWS::SES::EmailIdentity': ['EmailIdentity', 'region'],
  'AWS::SES::ConfigurationSet': ['Name', 'region'],
  'AWS::SecretsManager::Secret': ['Name', 'region'],
  'AWS::SSM::Parameter': ['Name', 'region'],
  'AWS::WAFv2::WebACL': ['Name', 'region'],
  'AWS::CloudTrail::Trail': ['TrailName', 'region'],
  'AWS::Cognito::UserPoolDomain': ['Domain', 'region'],
  'AWS::IAM::Role': ['RoleName', 'account'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'account'],
  'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig.Name', 'account'],
  'AWS::CloudFront::OriginRequestPolicy': ['OriginRequestPolicyConfig.Name', 'account'],
  'AWS::CloudFront::CachePolicy': ['CachePolicyConfig.Name', 'account'],
  'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig.Name', 'account'],
  'AWS::CloudFront::Function': ['Name', 'account'],
};

export interface PhysicalName {
  /** The name as in the template, with references as `<AWS::Region>`. */
  readonly name: string;
  readonly reach: Reach;
}

export function physicalName(
  type: string,
  properties: Readonly<Record<string, unknown>>,
): PhysicalName | undefined {
  const [path, reach] = NAMES[type] ?? [];
  if (path === undefined || reach === undefined) return undefined;
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), properties);
  return value === undefined ? undefined : { reach, name: `${type} ${text(value)}` };
}

/** Whether a type has an explicit name that this table misses. */
export const hasUnlistedName = (type: string, identifier: readonly string[]): boolean =>
  !NAMES[type] && identifier.length === 1 && /Name$/.test(identifier[0] ?? '');

function text(value: unknown): string {
  if (!isRecord(value)) return String(value);
  const { Ref, 'Fn::Join': join } = value;
  if (typeof Ref === 'string') return `<${Ref}>`;
  if (Array.isArray(join)) return join[1].map(text).join(join[0]);
  return `<${JSON.stringify(value)}>`;
}

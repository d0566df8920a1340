import { accountId, region } from '../aws/account.ts';
import { provisionBucket, provisionBucketPolicy } from './bucket.ts';
import {
  provisionDeployment,
  provisionDistribution,
  provisionEdgeFunction,
  provisionHeadersPolicy,
} from './distribution.ts';
import {
  provisionEventInvokeConfig,
  provisionEventSourceMapping,
  provisionFunction,
  provisionFunctionUrl,
} from './function.ts';
import {
  provisionApi,
  provisionAuthorizer,
  provisionIntegration,
  provisionRoute,
  provisionStage,
} from './http.ts';
import {
  provisionPermission,
  provisionPolicy,
  provisionQueuePolicy,
  provisionRole,
  provisionTopicPolicy,
} from './iam.ts';
import { provisionAlias, provisionKey } from './key.ts';
import { provisionLogGroup, provisionSubscriptionFilter } from './logs.ts';
import {
  provisionConfigurationSet,
  provisionEmailIdentity,
  provisionEventDestination,
} from './mail.ts';
import { provisionEventBus, provisionQueue, provisionRule, provisionTopic } from './messaging.ts';
import { inert, type Provisioner } from './provisioner.ts';
import { provisionSecret } from './secret.ts';
import { provisionTable } from './table.ts';
import {
  provisionUserPool,
  provisionUserPoolClient,
  provisionUserPoolDomain,
  provisionUserPoolGroup,
} from './user-pool.ts';
import { provisionStateMachine } from './workflow.ts';

const arn = (service: string, resource: string) =>
  `arn:aws:${service}:${region}:${accountId}:${resource}`;

/** All resource types that a template may contain here; any other is refused at boot. */
export const resourceTypes: Readonly<Record<string, Provisioner>> = {
  'AWS::ApiGatewayV2::Api': provisionApi,
  'AWS::ApiGatewayV2::Authorizer': provisionAuthorizer,
  'AWS::ApiGatewayV2::Integration': provisionIntegration,
  'AWS::ApiGatewayV2::Route': provisionRoute,
  'AWS::ApiGatewayV2::Stage': provisionStage,
  'AWS::CloudFront::Distribution': provisionDistribution,
  'AWS::CloudFront::Function': provisionEdgeFunction,
  'AWS::CloudFront::ResponseHeadersPolicy': provisionHeadersPolicy,
  'AWS::Cognito::UserPool': provisionUserPool,
  'AWS::Cognito::UserPoolClient': provisionUserPoolClient,
  'AWS::Cognito::UserPoolDomain': provisionUserPoolDomain,
  'AWS::Cognito::UserPoolGroup': provisionUserPoolGroup,
  'AWS::DynamoDB::GlobalTable': provisionTable,
  'AWS::DynamoDB::Table': provisionTable,
  'AWS::Events::EventBus': provisionEventBus,
  'AWS::Events::Rule': provisionRule,
  'AWS::IAM::Policy': provisionPolicy,
  'AWS::IAM::Role': provisionRole,
  'AWS::KMS::Alias': provisionAlias,
  'AWS::KMS::Key': provisionKey,
  'AWS::Lambda::EventInvokeConfig': provisionEventInvokeConfig,
  'AWS::Lambda::EventSourceMapping': provisionEventSourceMapping,
  'AWS::Lambda::Function': provisionFunction,
  'AWS::Lambda::Permission': provisionPermission,
  'AWS::Lambda::Url': provisionFunctionUrl,
  'AWS::Logs::LogGroup': provisionLogGroup,
  'AWS::Logs::SubscriptionFilter': provisionSubscriptionFilter,
  'AWS::S3::Bucket': provisionBucket,
  'AWS::S3::BucketPolicy': provisionBucketPolicy,
  'AWS::SES::ConfigurationSet': provisionConfigurationSet,
  'AWS::SES::ConfigurationSetEventDestination': provisionEventDestination,
  'AWS::SES::EmailIdentity': provisionEmailIdentity,
  'AWS::SNS::Topic': provisionTopic,
  'AWS::SNS::TopicPolicy': provisionTopicPolicy,
  'AWS::SQS::Queue': provisionQueue,
  'AWS::SQS::QueuePolicy': provisionQueuePolicy,
  'AWS::SecretsManager::Secret': provisionSecret,
  'AWS::StepFunctions::StateMachine': provisionStateMachine,
  'Custom::CDKBucketDeployment': provisionDeployment,

  /** Accepted without effect: the local target has no counterpart of these. */
  'AWS::CDK::Metadata': inert(),
  'AWS::CloudFront::OriginAccessControl': inert((name) => ({ Id: name })),
  'AWS::CloudFront::OriginRequestPolicy': inert((name) => ({ Id: name })),
  'AWS::CloudTrail::Trail': inert(),
  'AWS::CloudWatch::Dashboard': inert(),
  'AWS::CloudWatch::Alarm': inert((name) => ({ Arn: arn('cloudwatch', `alarm:${name}`) })),
  'AWS::Lambda::LayerVersion': inert(),
  'AWS::Logs::MetricFilter': inert(),
  'AWS::SNS::Subscription': inert(),
};

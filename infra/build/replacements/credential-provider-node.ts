/**
 * Replaces the AWS SDK's chain of credential providers: Lambda provides credentials in environment variables.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';

/** In place of the AWS SDK's chain of credential providers: Lambda gives a function's in its environment. */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';

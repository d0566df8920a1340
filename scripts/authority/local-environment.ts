import { callJson } from '../demo/http.ts';

/** Environment variables with which the AWS SDK talks to the local target at this URL. */
export async function localEnvironment(at: string): Promise<Record<string, string>> {
  const url = `${at.replace(/\/$/, '')}/local/api/target`;
  const { urls } = await callJson<{ urls: { aws: string } }>('GET', url);
  return {
    AWS_ENDPOINT_URL: urls.aws,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
}

import { KMSClient } from '@aws-sdk/client-kms';

/** Module-scope client, shared by the calls of a warm function. */
export const kms = new KMSClient({});

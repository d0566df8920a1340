import { KMSClient } from '@aws-sdk/client-kms';

/** Made once for each warm function. */
export const kms = new KMSClient({});

/** Validity of presigned URLs: enough to start a transfer, too short to pass on. */
export const PRESIGNED_SECONDS = 300;

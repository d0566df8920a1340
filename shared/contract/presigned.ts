/** How long a presigned address is good: enough to begin a transfer, too short to pass on. */
export const PRESIGNED_SECONDS = 300;

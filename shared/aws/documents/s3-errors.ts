import { S3ServiceException } from '@aws-sdk/client-s3';
import { Conflict } from '../../domain/errors.ts';

export const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name);

/** 412, or 409 when two conditional writes of one key meet. */
const CONDITION_FAILED = ['PreconditionFailed', 'ConditionalRequestConflict'];

/** A condition that did not hold is a Conflict about this key; other errors pass through. */
export async function orConflict<T>(key: string, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    const failed = error instanceof S3ServiceException && CONDITION_FAILED.includes(error.name);
    throw failed ? new Conflict(key) : error;
  }
}

import * as z from 'zod';
import { receiveText } from './request-body.ts';
import type { S3Operation } from './s3-state.ts';
import { parseXml, xmlDocument } from './xml.ts';

const unconditional = { ifMatch: undefined, ifNoneMatch: undefined };

/** DeleteObject, with If-Match; deleting an absent object succeeds. */
export const deleteObject: S3Operation = {
  parameters: [],
  run: ({ bucket, key, headers }, { objects }) => {
    const conditions = { ...unconditional, ifMatch: headers['if-match'] };
    objects.delete(bucket, key, conditions, 'DeleteObject');
    return { status: 204 };
  },
};

const Delete = z.strictObject({
  Object: z
    .array(z.strictObject({ Key: z.string().min(1) }))
    .min(1)
    .max(1000),
  Quiet: z.enum(['true', 'false']).default('false'),
});

/** DeleteObjects: up to 1000 keys per request. */
export const deleteObjects: S3Operation = {
  parameters: ['delete'],
  run: async (request, { objects, blobs, access }) => {
    const { Object: named, Quiet } = parseXml(await receiveText(request, blobs), 'Delete', Delete);
    const may = ({ Key }: { Key: string }) =>
      access.mayDelete(request.accessKeyId, request.bucket, Key);
    const { allowed = [], denied = [] } = Object.groupBy(named, (one) =>
      may(one) ? 'allowed' : 'denied',
    );
    for (const { Key } of allowed)
      objects.delete(request.bucket, Key, unconditional, 'DeleteObject');
    const deleted = Quiet === 'true' ? [] : allowed.map(({ Key }) => ({ Key }));
    const refused = denied.map(({ Key }) => ({
      Key,
      Code: 'AccessDenied',
      Message: 'Access Denied',
    }));
    return { status: 200, body: xmlDocument('DeleteResult', { Deleted: deleted, Error: refused }) };
  },
};

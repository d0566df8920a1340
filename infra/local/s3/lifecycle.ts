import * as z from 'zod';
import type { Objects } from './objects.ts';
import type { S3State } from './s3-state.ts';
import type { Uploads } from './uploads.ts';
import { parseXml } from './xml.ts';

const Days = z.coerce.number().int().min(1);

const Rule = z
  .strictObject({
    ID: z.string().optional(),
    Status: z.enum(['Enabled', 'Disabled']),
    Prefix: z.string().optional(),
    Filter: z.union([z.literal(''), z.strictObject({ Prefix: z.string().optional() })]).optional(),
    Expiration: z.strictObject({ Days }).optional(),
    AbortIncompleteMultipartUpload: z.strictObject({ DaysAfterInitiation: Days }).optional(),
  })
  .refine((rule) => rule.Expiration ?? rule.AbortIncompleteMultipartUpload, 'an action is needed');
type Rule = z.output<typeof Rule>;

/** Supported lifecycle rules: expiry in days by prefix, and aborting incomplete multipart uploads. */
export const LifecycleConfiguration = z.strictObject({ Rule: z.array(Rule).min(1) });

const prefixOf = ({ Filter, Prefix }: Rule): string =>
  (Filter ? Filter.Prefix : undefined) ?? Prefix ?? '';

const day = 86_400_000;

/** S3 rounds an expiry up to the next midnight UTC (user guide, "expiring objects"). */
const endOfLife = (since: number, days: number): number =>
  Math.ceil((since + days * day) / day) * day;

const unconditional = { ifMatch: undefined, ifNoneMatch: undefined };

function expireObjects(objects: Objects, bucket: string, rule: Rule, now: number): void {
  const days = rule.Expiration?.Days;
  if (days === undefined) return;
  const expired = [...objects.list(bucket, prefixOf(rule))].filter(
    ({ modified }) => endOfLife(modified, days) <= now,
  );
  for (const { key } of expired) objects.delete(bucket, key, unconditional, 'Lifecycle Expiration');
}

function abortUploads(uploads: Uploads, bucket: string, rule: Rule, now: number): void {
  const days = rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation;
  if (days === undefined) return;
  for (const upload of uploads.list(bucket))
    if (upload.key.startsWith(prefixOf(rule)) && endOfLife(upload.started, days) <= now)
      uploads.remove(upload);
}

/** Applies the lifecycle rules of all buckets at the clock's now. AWS does so about once a day. */
export function sweepLifecycle({ buckets, objects, uploads, clock }: S3State): void {
  const now = clock.now();
  for (const { name, configuration } of buckets.list()) {
    if (configuration.lifecycle === undefined) continue;
    const text = configuration.lifecycle;
    const rules = parseXml(text, 'LifecycleConfiguration', LifecycleConfiguration).Rule;
    for (const rule of rules.filter(({ Status }) => Status === 'Enabled')) {
      expireObjects(objects, name, rule, now);
      abortUploads(uploads, name, rule, now);
    }
  }
}

import type { Schema } from './description.ts';
import type { FuzzRequest } from './requests.ts';

/** A response. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const LARGEST_PROBLEM = 8_192;
const MAX_ISSUES = 20;

/** Refused before the body is read: too large, not authenticated, or a path that API Gateway does not know. */
const FOR_NOBODY = [401, 404, 413];

/** Why a response is not declared in the description; undefined if it is. */
export function mismatch(
  { operation, who }: FuzzRequest,
  { status, type, text }: Answered,
): string | undefined {
  if (status >= 500) return 'a fault';
  const described = operation.responses[status];
  if (!described) return 'a status that is not described';
  const media = type.split(';')[0];
  const content = Object.entries(described.content ?? {}).find(
    ([one]) => one.split(';')[0] === media,
  );
  if (text !== '' && !content) return `${media}, which is not described`;
  if (operation.isGuarded && who === 'nobody' && !FOR_NOBODY.includes(status))
    return 'more than nobody should be told';
  return media === 'application/problem+json'
    ? problemObjection(content![1].schema, text)
    : undefined;
}

function problemObjection(schema: Schema | undefined, text: string): string | undefined {
  const { code, issues = [], title } = JSON.parse(text);
  const codes = schema?.allOf?.flatMap(({ properties }) => properties?.code?.enum ?? []) ?? [];
  if (!codes.includes(code)) return `${code}, which is not described`;
  if (typeof title !== 'string' || title === '') return 'a problem without a sentence';
  if (issues.length > MAX_ISSUES) return `${issues.length} issues`;
  return Buffer.byteLength(text) > LARGEST_PROBLEM
    ? `${text.length} characters of a problem`
    : undefined;
}

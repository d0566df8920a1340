import * as z from 'zod/mini';
import { Malformed, Refusal, type RefusalCode } from '../domain/errors.ts';

type Issue = Malformed['issues'][number];

/** Bounds the size of the error response, whatever was sent. */
const MAX_ISSUES = 20;
const MAX_PATH_LENGTH = 100;

/**
 * Validates a value. Throws Malformed with the paths that do not fit, never the values, or a refusal (see
 * `refusalOf`).
 */
export function parsed<S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MAX_ISSUES);
  throw refusalOf(issues) ?? new Malformed(issuesOf(issues));
}

/** If every issue is a text rule, the caller gets its refusal with a sentence instead of Malformed. */
function refusalOf(issues: readonly z.core.$ZodIssue[]): Refusal | undefined {
  const [first, ...rest] = issues.map(refusedAs);
  return first && rest.every(Boolean) ? first : undefined;
}

function refusedAs(issue: z.core.$ZodIssue): Refusal | undefined {
  const code = issue.code === 'custom' ? issue.params?.refusal : undefined;
  return code && new Refusal(code as RefusalCode, { path: pathOf(issue.path) });
}

const issuesOf = (issues: readonly z.core.$ZodIssue[]): Issue[] =>
  issues.flatMap(itsIssues).slice(0, MAX_ISSUES);

/** An unknown property is reported by its own path. */
function itsIssues(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MAX_ISSUES)
      .map((key) => ({ path: pathOf([...issue.path, key]), message: 'unknown property' }));
  return [{ path: pathOf(issue.path), message: issue.message }];
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map(String).join('.').slice(0, MAX_PATH_LENGTH).toWellFormed();

import { describe, expect, test } from 'vitest';
import { openApi } from '../../scripts/docs/open-api.ts';
import {
  GATEWAY_MESSAGES,
  MACHINE_PROBLEMS,
  OWN_PROBLEMS,
  PROBLEM_STATUS,
  type ProblemCode,
  PUBLIC_PROBLEMS,
  SENDER_PROBLEMS,
  SIGNER_PROBLEMS,
} from '../../shared/contract/api/problem-codes.ts';
import { LANGUAGES, type Language } from '../../shared/domain/envelope/party.ts';
import {
  Conflict,
  Malformed,
  NewerRelease,
  REFUSAL_CODES,
  Refusal,
} from '../../shared/domain/errors.ts';
import { problemResult } from '../../shared/runtime/problem.ts';

const BY_DOOR: Readonly<Record<string, Readonly<Record<string, readonly ProblemCode[]>>>> = {
  sender: { ...SENDER_PROBLEMS, ...PUBLIC_PROBLEMS, ...OWN_PROBLEMS },
  machine: MACHINE_PROBLEMS,
  signer: SIGNER_PROBLEMS,
};
const DECLARED = new Set<ProblemCode>(
  [SENDER_PROBLEMS, MACHINE_PROBLEMS, PUBLIC_PROBLEMS, OWN_PROBLEMS, SIGNER_PROBLEMS].flatMap(
    (problems) => Object.values(problems).flat(),
  ),
);

/** Codes that the HTTP API never answers with. */
const ELSEWHERE: readonly ProblemCode[] = [
  'layout_invalid',
  'method_not_allowed',
  'pdf_damaged',
  'pdf_embedded_files',
  'pdf_encrypted',
  'pdf_form_text',
  'pdf_signed',
  'pdf_unforeseen',
  'pdf_unsafe',
  'pdf_xfa',
  'tag_not_removable',
  'values_missing',
];

function thrownAs(code: ProblemCode): Error {
  if (code === 'malformed') return new Malformed([]);
  if (code === 'busy') return new Conflict('x');
  if (code === 'newer_release') return new NewerRelease('x');
  return code === 'internal' ? new Error('x') : new Refusal(code);
}

describe('every problem that an operation declares', () => {
  async function titleOf(code: ProblemCode, language: Language): Promise<string> {
    const asked = { requestId: 'r', language, timeZone: 'UTC' };
    const { statusCode, body = '' } = await problemResult(thrownAs(code), asked);
    expect(statusCode, code).toBe(PROBLEM_STATUS[code]);
    return JSON.parse(body).title;
  }

  test('is answered with its status and a sentence of its own in each language', async () => {
    for (const code of DECLARED) {
      const said = await Promise.all(LANGUAGES.map((language) => titleOf(code, language)));
      expect(new Set(said).size, code).toBe(LANGUAGES.length);
      for (const sentence of said) expect(sentence, code).toMatch(/^\p{Lu}.{5,}[.!?]/u);
    }
  });

  test('and none is left that no operation could answer', () => {
    const known = new Set([...DECLARED, ...ELSEWHERE]);
    expect(REFUSAL_CODES.filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('the description of the API', () => {
  type Response = { readonly content?: Record<string, unknown> };
  type Operation = {
    readonly operationId: string;
    readonly tags: readonly string[];
    readonly responses: Record<string, Response>;
  };
  const paths = openApi().paths as Record<string, Record<string, Operation>>;
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));

  test('has every status that an operation can answer, and no other word for it', () => {
    for (const { operationId, responses } of operations) {
      const [door = '', name = ''] = operationId.split('-');
      for (const code of BY_DOOR[door]?.[name] ?? [])
        expect(JSON.stringify(responses[PROBLEM_STATUS[code]]), operationId).toContain(`"${code}"`);
      expect(responses.default).toBeUndefined();
    }
  });

  test("has the gateway's own answers for each of its routes", () => {
    for (const { operationId, tags, responses } of operations) {
      if (tags[0] === 'verifier') continue;
      for (const status of Object.keys(GATEWAY_MESSAGES).filter((one) => one !== '401'))
        expect(responses[status]?.content, `${operationId} ${status}`).toHaveProperty([
          'application/json',
        ]);
    }
  });
});

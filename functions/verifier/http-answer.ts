import type { Language } from '../../shared/domain/envelope/party.ts';
import { PAGE_PERMISSIONS, type PageBranding, pagePolicy } from './page.ts';

export interface FunctionUrlResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

type Headers = Readonly<Record<string, string>>;

/**
 * For responses other than pages. For a script it also applies to the worker that runs it, which must not use
 * the network.
 */
const DATA_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

const COMMON = {
  'cache-control': 'no-store',
  'content-security-policy': DATA_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

export const json = (value: unknown): FunctionUrlResponse => ({
  statusCode: 200,
  headers: { ...COMMON, 'content-type': 'application/json', vary: 'accept, accept-language' },
  body: JSON.stringify(value),
  isBase64Encoded: false,
});

export const html = (
  statusCode: number,
  body: string,
  { language, look }: { language: Language; look: PageBranding },
): FunctionUrlResponse => ({
  statusCode,
  headers: {
    ...COMMON,
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': pagePolicy(look),
    'permissions-policy': PAGE_PERMISSIONS,
    'cross-origin-opener-policy': 'same-origin',
    vary: 'accept, accept-language',
  },
  body,
  isBase64Encoded: false,
});

export const file = (
  bytes: Uint8Array,
  mediaType: string,
  headers: Headers,
): FunctionUrlResponse => ({
  statusCode: 200,
  headers: { ...COMMON, 'content-type': mediaType, ...headers },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
});

export const seeOther = (location: string): FunctionUrlResponse => ({
  statusCode: 303,
  headers: { ...COMMON, location },
  body: '',
  isBase64Encoded: false,
});

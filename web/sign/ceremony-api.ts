import type * as z from 'zod';
import type {
  CeremonyAnswer,
  CodeAnswer,
  ConfirmAnswer,
  DocumentAnswer,
  DraftInput,
  ExchangeAnswer,
  MarkUploadAnswer,
  SignedAnswer,
  SignInput,
} from '../../shared/contract/signer.ts';
import type { Purpose } from '../../shared/domain/secrets/code.ts';
import { type Api, uploadPresigned } from '../ui/api.ts';

/** `document`: presigned URL, present only in the response to the link's exchange; short-lived. */
export type Ceremony = z.output<typeof CeremonyAnswer> &
  Pick<z.output<typeof ExchangeAnswer>, 'document'>;
export type Field = Ceremony['fields'][number];
export type Value = string | boolean;
export type Values = Record<string, Value>;
export type MarkKind = 'signature' | 'initials' | 'stamp';

export interface CeremonyApi {
  exchange(link: string): Promise<Ceremony>;
  show(handle: string): Promise<Ceremony>;
  /** Reports how the page displayed that revision; required before continuing. */
  shown(handle: string, documentSha256: string, shown: 'drawn' | 'pdf'): Promise<Ceremony>;
  consent(ceremony: Ceremony): Promise<Ceremony>;
  sendCode(handle: string, purpose: Purpose): Promise<z.output<typeof CodeAnswer>>;
  confirm(handle: string, code: string, purpose: Purpose): Promise<z.output<typeof ConfirmAnswer>>;
  document(handle: string): Promise<z.output<typeof DocumentAnswer>>;
  /** Returns the upload's id, which `sign` takes. */
  upload(handle: string, kind: MarkKind, picture: Blob): Promise<string>;
  /** Sets the additional address for this party's copy; no address removes it. */
  copy(handle: string, address: string | undefined): Promise<Ceremony>;
  saveDraft(handle: string, draft: z.input<typeof DraftInput>): Promise<void>;
  sign(handle: string, input: z.input<typeof SignInput>): Promise<z.output<typeof SignedAnswer>>;
  decline(handle: string, reason: string): Promise<Ceremony>;
  /** Notifies the sender; does not end the envelope. */
  notForMe(handle: string): Promise<Ceremony>;
  tellLocked(handle: string): Promise<Ceremony>;
  download(handle: string): Promise<{ readonly url: string }>;
}

export function ceremonyApi(api: Api, language: () => string): CeremonyApi {
  const at = (handle: string, operation = '') => `/api/sign/${handle}${operation}`;
  return {
    exchange: (link) => api.post('/api/sign/session', { link }),
    show: (handle) => api.get(at(handle)),
    shown: (handle, documentSha256, shown) =>
      api.post(at(handle, '/shown'), { documentSha256, shown }),
    consent: ({ handle, terms: { version, sha256 } }) =>
      api.post(at(handle, '/consent'), { version, sha256, language: language() }),
    sendCode: (handle, purpose) => api.post(at(handle, '/code'), { purpose }),
    confirm: (handle, code, purpose) => api.post(at(handle, '/confirm'), { code, purpose }),
    document: (handle) => api.get(at(handle, '/document')),
    upload: async (handle, kind, picture) => {
      const ask = { kind, contentType: picture.type };
      const ticket = await api.post<z.output<typeof MarkUploadAnswer>>(at(handle, '/upload'), ask);
      await uploadPresigned(ticket, picture);
      return ticket.upload;
    },
    copy: (handle, address) => api.put(at(handle, '/copy'), { address }),
    saveDraft: (handle, draft) => api.put(at(handle, '/draft'), draft),
    sign: (handle, input) => api.post(at(handle, '/sign'), input),
    decline: (handle, reason) => api.post(at(handle, '/decline'), { reason }),
    notForMe: (handle) => api.post(at(handle, '/not-for-me')),
    tellLocked: (handle) => api.post(at(handle, '/locked')),
    download: (handle) => api.get(at(handle, '/download')),
  };
}

import type { Plan } from '../../shared/pdf/plan.ts';
import type { ValidationData } from '../../shared/pdf/revision/change.ts';
import type { SigningIdentity } from '../../shared/pki/identity.ts';
import type { SealPorts } from './ports.ts';

const FETCH_TIMEOUT_MS = 10_000;

/**
 * Certificates and revocation data of outside authorities to embed: those of the timestamps' paths, and of
 * the seal's if a public authority certified it.
 */
export async function outsideValidationData(
  { pki }: Pick<SealPorts, 'pki'>,
  seal: SigningIdentity | undefined,
  timestampPaths: NonNullable<Plan['timestampPaths']>,
): Promise<ValidationData> {
  const certified = seal ? [[seal.certificate, ...seal.chain]] : [];
  const stamped = timestampPaths.map((path) => path.map(fromBase64));
  const paths = [...stamped, ...certified];
  const data = await Promise.all(
    paths.map((path) => pki.fetchRevocationData({ path, timeoutMs: FETCH_TIMEOUT_MS })),
  );
  return {
    certificates: paths.flat(),
    revocationLists: data.flatMap(({ revocationLists }) => revocationLists),
    ocspResponses: data.flatMap(({ ocspResponses }) => ocspResponses),
  };
}

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

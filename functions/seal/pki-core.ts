import {
  createAuthority,
  dueForRenewal,
  renewAuthority,
} from '../../shared/pki/authority/authority.ts';
import { issueRevocationList } from '../../shared/pki/authority/issue-revocation-list.ts';
import { issueOneTimeIdentity } from '../../shared/pki/authority/one-time-identity.ts';
import { readCertificate } from '../../shared/pki/certificate/read-certificate.ts';
import { openSignedData } from '../../shared/pki/cms/open-signed-data.ts';
import { buildPath } from '../../shared/pki/path/certificate-path.ts';
import { ChainRejected, checkCertifiedChain } from '../../shared/pki/path/certified-chain.ts';
import { httpTimestamper, ownTimestamper } from '../../shared/pki/timestamp/timestamp.ts';
import type { PkiCore } from './ports.ts';

/** Certificates by `@peculiar/*` and WebCrypto. What only some closings need is loaded when it is called. */
export const pkiCore: PkiCore = {
  createAuthority,
  renewAuthority,
  dueForRenewal,
  issueOneTimeIdentity,
  issueRevocationList,
  ownTimestamper,
  httpTimestamper,
  timestampPath: (token, trust) => {
    const { certificate, certificates } = openSignedData(token);
    return buildPath(certificate, certificates, trust);
  },
  isChainInForce: async (chain, key) => {
    try {
      await checkCertifiedChain(chain, key);
      return true;
    } catch (error) {
      if (error instanceof ChainRejected && error.code === 'dates') return false;
      throw error;
    }
  },
  endOf: (certificate) => readCertificate(certificate).tbsCertificate.validity.notAfter.getTime(),
  fetchRevocationData: async (wanted) =>
    (await import('../../shared/pki/revocation/fetch-revocation-data.ts')).fetchRevocationData(
      wanted,
    ),
};

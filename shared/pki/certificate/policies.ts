/**
 * Object identifiers of this project's certificate policies. The arc is derived from UUID
 * 4e0302ce-6313-41c5-b3ce-a8aef8d454b9 by Microsoft's rule for self-issued identifiers
 * (https://learn.microsoft.com/windows/win32/ad/obtaining-an-object-identifier-from-microsoft).
 */
const ARC = '1.2.840.113556.1.8000.2554.19971.718.25363.16837.46030.11054840.13915321';

/** `id-etsi-ext-valassured-ST-certs`, ETSI EN 319 412-1 §5.2. */
export const ID_VALIDITY_ASSURED = '0.4.0.194121.2.1';

export const POLICIES = {
  /** A one-time key, made after a person entered the code sent to their channel. */
  oneTimeSignature: `${ARC}.1`,
  /** The company's seal key, which never leaves KMS. */
  companySeal: `${ARC}.2`,
  /** Timestamps by the company's clock; not a qualified or accredited time source. */
  ownTimestamp: `${ARC}.3`,
} as const;

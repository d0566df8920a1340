/**
 * Object identifiers of this project's own policies. The arc comes from the UUID
 * 4e0302ce-6313-41c5-b3ce-a8aef8d454b9 by Microsoft's published rule for self-issued identifiers
 * (https://learn.microsoft.com/windows/win32/ad/obtaining-an-object-identifier-from-microsoft).
 */
const ARC = '1.2.840.113556.1.8000.2554.19971.718.25363.16837.46030.11054840.13915321';

/** `id-etsi-ext-valassured-ST-certs`, ETSI EN 319 412-1 §5.2. */
export const ID_VALIDITY_ASSURED = '0.4.0.194121.2.1';

export const POLICIES = {
  /** A person's key made for one signature, after a code sent to that person was right. */
  oneTimeSignature: `${ARC}.1`,
  /** The company's seal key, which never leaves its key management service. */
  companySeal: `${ARC}.2`,
  /** Timestamps from the company's own clock; not a qualified or accredited time source. */
  ownTimestamp: `${ARC}.3`,
} as const;

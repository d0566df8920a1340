export interface AuditTexts {
  readonly title: string;
  /** With `{seq}`, the last entry's number. */
  readonly lead: string;
  readonly sender: string;
  readonly deadline: string;
  readonly original: string;
  readonly sealedFile: string;
  readonly parties: string;
  readonly entries: string;
  readonly byEmail: string;
  readonly bySms: string;
}

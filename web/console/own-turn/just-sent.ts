let sent: string | undefined;

/**
 * An envelope sent from another page than its own; if its sender signs first, the console continues with
 * signing.
 */
export function noteJustSent(id: string): void {
  sent = id;
}

/** Whether it was; answered once. */
export function takeJustSent(id: string): boolean {
  const isThat = sent === id;
  if (isThat) sent = undefined;
  return isThat;
}

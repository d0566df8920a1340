let sent: string | undefined;

/** Sent from another page than its own: whoever is the first to sign goes on to that. */
export function noteJustSent(id: string): void {
  sent = id;
}

/** Whether it was; answered once. */
export function takeJustSent(id: string): boolean {
  const isThat = sent === id;
  if (isThat) sent = undefined;
  return isThat;
}

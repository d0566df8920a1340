/** Opens the tab before its URL is known, because popup blockers only allow it during a click. */
export async function openInTab<A extends { url: string }>(address: () => Promise<A>): Promise<A> {
  const tab = open('about:blank');
  const answer = await address().catch((failure) => {
    tab?.close();
    throw failure;
  });
  (tab ?? window).location.assign(answer.url);
  return answer;
}

/** Opens the tab before its address is known: a browser opens none that nobody just asked for. */
export async function openInTab<A extends { url: string }>(address: () => Promise<A>): Promise<A> {
  const tab = open('about:blank');
  const answer = await address().catch((failure) => {
    tab?.close();
    throw failure;
  });
  (tab ?? window).location.assign(answer.url);
  return answer;
}

/** Opens the tab before its address is known: a browser opens none that nobody just asked for. */
export async function openInTab(address: () => Promise<{ url: string }>): Promise<void> {
  const tab = open('about:blank');
  const { url } = await address().catch((failure) => {
    tab?.close();
    throw failure;
  });
  (tab ?? window).location.assign(url);
}

/** Drafts deleted in this window. Hides them from the list, which lags up to three seconds behind. */
const discarded = new Set<string>();
let news: string | undefined;

export function noteDiscarded(id: string, title: string): void {
  discarded.add(id);
  news = title;
}

export const isDiscarded = ({ id }: { id: string }): boolean => discarded.has(id);

/** Title of the last deleted draft; announced once. */
export function consumeDeletedTitle(): string | undefined {
  const title = news;
  news = undefined;
  return title;
}

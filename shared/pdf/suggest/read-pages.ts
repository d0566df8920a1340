import type { OpenDocument } from '../intake/open-document.ts';
import type { PageGeometry } from '../intake/page/page-geometry.ts';
import type { Page } from '../intake/page/page-tree.ts';
import { type PageContent, readingBudget } from '../text/page-content.ts';
import { type Fonts, readPage } from '../text/read-page.ts';

export interface ReadPage {
  readonly index: number;
  readonly page: Page;
  readonly geometry: PageGeometry;
  readonly content: PageContent;
}

/** A page whose content cannot be parsed yields no text; the document is accepted anyway. */
const UNREAD: PageContent = { glyphs: [], rules: [] };

/** Reads one page at a time, because the glyphs of all pages would exceed the memory. */
export function* readPages({
  pages,
  geometries,
}: Pick<OpenDocument, 'pages' | 'geometries'>): Generator<ReadPage> {
  const [fonts, budget]: [Fonts, ReturnType<typeof readingBudget>] = [new Map(), readingBudget()];
  for (const [index, page] of pages.entries()) {
    const geometry = geometries[index] as PageGeometry;
    yield {
      index,
      page,
      geometry,
      content: orUnread(() => readPage(page.dict, geometry, fonts, budget)),
    };
  }
}

function orUnread(read: () => PageContent): PageContent {
  try {
    return read();
  } catch {
    return UNREAD;
  }
}

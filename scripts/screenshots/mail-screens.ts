import type { Album } from './album.ts';
import { MAIL_KINDS, sampleMail } from './sample-mails.ts';

/** Every mail's HTML in a browser, light and dark. */
export async function mailScreens(album: Album): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, close } = await openMail(album, colorScheme);
    for (const kind of MAIL_KINDS) {
      await page.setContent(sampleMail(kind, 'it').html);
      await album.take(page, `mail-${kind}${colorScheme === 'dark' ? '-dark' : ''}`, true);
    }
    await close();
  }
}

async function openMail(album: Album, colorScheme: 'light' | 'dark') {
  const watched = await album.page('it', { colorScheme });
  return { page: watched.page, close: () => watched.close() };
}

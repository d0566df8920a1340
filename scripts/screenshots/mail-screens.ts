import type { Album } from './album.ts';
import { MAIL_KINDS, sampleMail } from './sample-mails.ts';

/** Every mail, light and dark, as a browser shows its HTML. */
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

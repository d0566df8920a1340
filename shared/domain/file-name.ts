const MAX = 120;

/** What a file of this title is called on people's disks: nothing that Windows or a shell minds. */
export const pdfFileName = (title: string): string => {
  const name = title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ');
  return `${
    Array.from(name)
      .slice(0, MAX)
      .join('')
      .replace(/^[ .]+|[ .]+$/g, '') || 'document'
  }.pdf`;
};

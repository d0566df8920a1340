import { describe, expect, test } from 'vitest';
import { FOLDERS, folderOf } from '../../scripts/mutate/folders.ts';

describe('npm run mutate', () => {
  test.each(Object.keys(FOLDERS))('finds files for every pattern of %s', (name) => {
    expect(() => folderOf(name, [])).not.toThrow();
  });

  test('refuses a pattern that matches no file, and names it', () => {
    expect(() => folderOf('signer', ['functions/signer/gone/*.ts'])).toThrow(
      'No file is matched by functions/signer/gone/*.ts',
    );
  });

  test('refuses a folder that it does not know, and names those that it does', () => {
    expect(() => folderOf('functions', [])).toThrow(Object.keys(FOLDERS).join(', '));
  });
});

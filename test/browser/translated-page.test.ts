import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sendContract } from '../flow/theatre.ts';
import { useSigningRoom } from './sign/signing-room.ts';
import { PHONE } from './watched-page.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

/** Runs in the page: wraps each text node in an element, as browser translation does. */
function translate(): void {
  function wrap(text: Text) {
    const parent = text.parentElement;
    if (!parent || parent.closest('font, script, style, option, .notranslate, [translate=no]'))
      return;
    if (!text.data.trim()) return;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.append(document.createTextNode(text.data));
    outer.append(inner);
    text.replaceWith(outer);
  }
  function all(root: Node) {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) wrap(text);
  }
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (node instanceof Text) wrap(node);
        else all(node);
      }
  }).observe(document, { childList: true, subtree: true });
}

/** The displayed remaining seconds of the code. */
const secondsLeft = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [, minutes, seconds] = /(\d):(\d\d)/.exec(document.body.innerText) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  });

it('a page that is translated by machine keeps its countdown, and every step works', async () => {
  const stage = await newStage();
  await sendContract(stage);
  const director = await newPage(stage, 'director', PHONE);
  const { page, texts, watched } = director;
  await page.addInitScript(translate);
  await director.openLink(stage.api);
  const code = await director.toCode();
  await expect.poll(() => secondsLeft(page)).toBeGreaterThan(0);
  const first = await secondsLeft(page);
  await expect.poll(() => secondsLeft(page)).toBeLessThan(first - 1);
  await director.confirm('000000' === code ? '111111' : '000000');
  await page.locator('#code-error').waitFor();
  await director.confirm(code);
  await director.heading(texts.mark.title).waitFor();
  await director.press(texts.next);
  await director.press(texts.review.signNow);
  await director.heading(texts.done.waitingTitle).waitFor();
  expect(watched.complaints).toEqual([]);
});

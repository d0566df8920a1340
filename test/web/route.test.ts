import { expect, test } from 'vitest';
import { linkTo, routeFrom } from '../../web/console/route.ts';

const list = (tab: string, owner?: string) => ({ page: 'list', tab, owner });

test.each([
  ['', list('all')],
  ['#/list/waiting', list('waiting')],
  ['#/list/waiting/', list('waiting')],
  ['#/list/nothing/a', list('all', 'a')],
  ['#/list/all/%E0%A4%A', list('all')],
])('%s leads to a list that can be asked for', (hash, route) => {
  expect(routeFrom(hash)).toEqual(route);
});

test.each(['a/b', '%2F', 'ID 7#x', 'è'])('the list of “%s” is found by its link', (owner) => {
  expect(routeFrom(linkTo.list('done', owner))).toEqual(list('done', owner));
});

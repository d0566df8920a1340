import { beforeEach, describe, expect, it } from 'vitest';
import type { Template } from '../../shared/domain/template/template.ts';
import {
  archivedTemplate,
  begunTemplate,
  deletedTemplate,
  finishedTemplate,
} from '../../shared/domain/template/template-changes.ts';
import { templateIdFrom } from '../../shared/domain/template/template-id.ts';
import type { TemplateLists, Templates } from '../../shared/ports/templates.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';
import { CLIENT, DOCUMENT } from '../fixtures/sample-envelope.ts';

const { random } = memoryPorts();
const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, second));

const CONTENT = {
  sha256: 'a'.repeat(64),
  content: {
    title: 'Fornitura',
    language: 'it',
    deadlineDays: 14,
    reminderDays: [3],
    places: [{ ...CLIENT, name: 'Cliente', channel: 'email' }],
    ...{ fields: [], values: {}, document: DOCUMENT },
  },
} as const;

export const templatesContract = (given: () => Templates) =>
  describe('a template', () => {
    let owner: string;
    beforeEach(() => {
      owner = `u/${templateIdFrom(random(17))}`;
    });

    async function begun(visibility: Template['visibility'], second = 0) {
      const named = { name: 'Fornitura', visibility };
      const id = templateIdFrom(random(17));
      const template = begunTemplate(id, named, { subject: owner, name: 'Anna' }, at(second));
      expect(await given().put(template)).toBe(true);
      return template;
    }
    async function finished(visibility: Template['visibility'], second = 0) {
      const template = finishedTemplate(await begun(visibility, second), CONTENT, at(second));
      expect(await given().put(template)).toBe(true);
      return template;
    }
    async function listed(of: TemplateLists, archived = false) {
      const { items } = await given().list({ of, archived, limit: 100 });
      return items.map(({ id }) => id);
    }

    it('is found as it was put', async () => {
      const template = await finished('own');
      expect(await given().find(template.id)).toEqual(template);
      expect(await given().find(templateIdFrom(random(17)))).toBeUndefined();
    });

    it('is replaced by the state after it alone', async () => {
      const template = await finished('own');
      const other = { ...template, name: 'Altro' };
      expect(await given().put(other)).toBe(false);
      expect(await given().put({ ...other, seq: template.seq + 2 })).toBe(false);
      expect(await given().find(template.id)).toEqual(template);
      expect(await given().put({ ...other, seq: template.seq + 1 })).toBe(true);
    });

    it('takes one of two changes that are made at once', async () => {
      const { seq, ...template } = await finished('own');
      const names = ['Primo', 'Secondo'];
      const puts = names.map((name) => given().put({ ...template, name, seq: seq + 1 }));
      expect((await Promise.all(puts)).sort()).toEqual([false, true]);
    });

    it('is listed among the company’s or its owner’s own, and among all', async () => {
      const own = await finished('own');
      const company = await finished('company', 1);
      expect(await listed({ owner })).toEqual([own.id]);
      expect(await listed({ owner: 'somebody else' })).toEqual([]);
      expect(await listed({ company: true })).toContain(company.id);
      expect(await listed({ company: true })).not.toContain(own.id);
      expect(await listed({ all: true })).toEqual(expect.arrayContaining([own.id, company.id]));
    });

    it('is listed with its head alone', async () => {
      const { seq: _, versions: __, ...head } = await finished('own');
      const { items } = await given().list({ of: { owner }, archived: false, limit: 9 });
      expect(items).toEqual([head]);
    });

    it('comes last changed first, page by page, whichever list it is of', async () => {
      const first = await finished('own', 10);
      const second = await finished('company', 3_000_000);
      const third = await finished('own', 4_000_000);
      const query = { of: { company: true, owner }, archived: false, limit: 1 };
      const page = await given().list(query);
      expect(page.items.map(({ id }) => id)).toEqual([third.id]);
      const next = await given().list({ ...query, cursor: page.cursor! });
      expect(next.items.map(({ id }) => id)).toEqual([second.id]);
      const own = { of: { owner }, archived: false, limit: 1 };
      const { cursor } = await given().list(own);
      const last = await given().list({ ...own, cursor: cursor! });
      expect(last.items.map(({ id }) => id)).toEqual([first.id]);
      expect(last.cursor).toBeUndefined();
    });

    it('is not listed after a cursor of another list, or none', async () => {
      await finished('own');
      await finished('own', 1);
      const { cursor } = await given().list({ of: { owner }, archived: false, limit: 1 });
      const others = [
        { of: { owner: 'x' }, cursor: cursor! },
        { of: { owner }, cursor: 'x' },
      ];
      for (const other of others)
        await expect(given().list({ archived: false, limit: 1, ...other })).rejects.toMatchObject({
          name: 'Malformed',
        });
    });

    it('that is archived is in the list of those alone', async () => {
      const template = await finished('own');
      await given().put(archivedTemplate(template, true, at(5))!);
      expect(await listed({ owner })).toEqual([]);
      expect(await listed({ owner }, true)).toEqual([template.id]);
      expect(await listed({ all: true }, true)).toContain(template.id);
    });

    it('that is being made or was deleted is in no list, and is found to be removed', async () => {
      const making = await begun('company', 20);
      const deleted = deletedTemplate(await finished('company'), at(30));
      await given().put(deleted);
      for (const of of [{ company: true }, { all: true }, { owner }] as const) {
        expect(await listed(of)).not.toContain(making.id);
        expect(await listed(of)).not.toContain(deleted.id);
      }
      async function unlistedBefore(second: number) {
        const ids: string[] = [];
        for await (const { id, seq } of given().unlisted(at(second).toISOString()))
          if ([making.id, deleted.id].includes(id)) ids.push(`${id} ${seq}`);
        return ids.sort();
      }
      expect(await unlistedBefore(20)).toEqual([]);
      expect(await unlistedBefore(21)).toEqual([`${making.id} 0`]);
      expect(await unlistedBefore(31)).toEqual(
        [`${making.id} 0`, `${deleted.id} ${deleted.seq}`].sort(),
      );
    });

    it('is removed as it was found, and not if it was changed since', async () => {
      const template = await finished('own');
      await given().remove({ id: template.id, seq: template.seq - 1 });
      expect(await given().find(template.id)).toEqual(template);
      await given().remove(template);
      await given().remove(template);
      expect(await given().find(template.id)).toBeUndefined();
      expect(await given().put({ ...template, seq: template.seq + 1 })).toBe(false);
    });
  });

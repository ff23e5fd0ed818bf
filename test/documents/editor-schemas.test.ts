import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { describePlanSchema, describeSiteSchema } from '../../src/documents/internal/editor-schemas.ts';
import { type Site, SiteSchema } from '../../src/release/site.ts';
import { NotionPartSchema } from '../../src/sources/site-file.ts';

const content = resolve(import.meta.dirname, '../../content');
const settings = load(readFileSync(join(content, 'site.yaml'), 'utf8')) as Record<string, unknown>;
const known = Object.entries(settings).filter(([key]) => key in SiteSchema.shape);
const site: Site = SiteSchema.parse(Object.fromEntries(known));
const ajv = new Ajv2020({ validateFormats: false });

function frontMatter(path: string): unknown {
  return load(/^---\n([\s\S]*?)\n---/.exec(readFileSync(path, 'utf8'))?.[1] ?? '');
}

describe('the schema of plans', () => {
  const validate = ajv.compile(describePlanSchema(site));

  test('accepts every plan of the demo', () => {
    const plans = readdirSync(join(content, 'plans'), { recursive: true, encoding: 'utf8' });
    const paths = plans.filter((name) => name.endsWith('.md'));
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      expect(
        validate(frontMatter(join(content, 'plans', path))),
        `${path} ${ajv.errorsText(validate.errors)}`,
      ).toBe(true);
    }
  });

  test.each([
    [{ status: 'relased' }, '/status'],
    [{ product: 'rider' }, '/product'],
    [{ version: 1.1 }, '/version'],
    [{ released: '7 May' }, '/released'],
    [{ target: '2026-Q5' }, '/target'],
    [{ visibility: 'secret' }, '/visibility'],
  ])('refuses %j', (fields, where) => {
    expect(validate({ title: 'x', ...fields })).toBe(false);
    expect(validate.errors?.some((error) => error.instancePath === where)).toBe(true);
  });
});

describe('the schema of site.yaml', () => {
  const validate = ajv.compile(describeSiteSchema(NotionPartSchema.shape));

  test('accepts the demo, and refuses what the reader refuses', () => {
    expect(validate(settings), ajv.errorsText(validate.errors)).toBe(true);
    expect(validate({ ...settings, roadmap: { dates: 'quater' } })).toBe(false);
    expect(validate({ ...settings, products: [] })).toBe(false);
    const notion = { plans: '0123456789abcdef0123456789abcdef', properties: { target: 'Expected' } };
    expect(validate({ ...settings, notion })).toBe(true);
    expect(validate({ ...settings, notion: { ...notion, token: 'secret' } })).toBe(false);
    expect(validate({ ...settings, url: undefined, look: { hue: 400 } })).toBe(false);
  });
});

test('the schemas beside the demo are those of the tables: write them anew with `slipway schema`', () => {
  const committed = (name: string) =>
    JSON.parse(readFileSync(join(content, 'schemas', name), 'utf8')) as unknown;
  expect(committed('plan.json')).toEqual(JSON.parse(JSON.stringify(describePlanSchema(site))));
  expect(committed('site.json')).toEqual(
    JSON.parse(JSON.stringify(describeSiteSchema(NotionPartSchema.shape))),
  );
});

import { expect, test } from 'vitest';
import { withoutDevice } from '../../src/release/device-name.ts';
import { IdSchema } from '../../src/release/release.ts';
import { toId } from '../../src/release/slug.ts';

test.each(['con', 'PRN', 'aux', 'Nul', 'com1', 'LPT9', 'nul.md', 'con.1.2'])(
  '%s is a device on Windows, and never the name of a file',
  (name) => {
    expect(withoutDevice(name)).toBe(`v-${name}`);
  },
);

test.each(['console', 'com', 'com10', 'nul-1', 'v-nul', '1.2.nul', ''])(
  '%s is a name like others',
  (name) => {
    expect(withoutDevice(name)).toBe(name);
  },
);

test('nor is it an id', () => {
  expect(['con', 'lpt1', 'aux'].map((id) => IdSchema.safeParse(id).success)).toEqual([false, false, false]);
  expect(['icon', 'con-1', 'com'].every((id) => IdSchema.safeParse(id).success)).toBe(true);
  expect(toId('Con!')).toBeUndefined();
});

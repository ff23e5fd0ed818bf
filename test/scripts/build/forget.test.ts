import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetOld } from '../../../scripts/build/forget.ts';
import { temporaryFolder } from '../../house/files.ts';

test('what nobody has touched for a week goes, and a folder that was never made is none to clear', () => {
  const folder = temporaryFolder();
  const [old, young] = [join(folder, 'old'), join(folder, 'young')];
  for (const path of [old, young]) writeFileSync(path, '');
  const then = new Date(Date.now() - 8 * 86_400_000);
  utimesSync(old, then, then);
  forgetOld(folder);
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  expect(() => forgetOld(join(folder, 'never made'))).not.toThrow();
});

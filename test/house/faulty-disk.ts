import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Preloaded into a command (`--import`), it lets the command's disk fail: from the nth change below a folder on, the process is killed as by
 * `kill -9`, or everything that needs room fails as on a full disk, half a file being written first.
 *
 * `SLIPWAY_FAULT` says `kill|full`, the number and the folder, with spaces between them.
 */

const [kind = '', at = '', ...rest] = (process.env['SLIPWAY_FAULT'] ?? '').split(' ');
const below = rest.join(' ');
const needRoom = new Set(['writeFileSync', 'mkdirSync', 'linkSync', 'copyFileSync']);
let changes = 0;

for (const name of [...needRoom, 'renameSync', 'rmSync', 'fsyncSync'] as (keyof typeof fs)[]) {
  const original = fs[name] as (...parameters: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...parameters: unknown[]) => {
      const isMeant =
        typeof parameters[0] === 'number' || parameters.some((each) => String(each).startsWith(below));
      if (!isMeant || ++changes < Number(at)) return original(...parameters);
      if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
      if (!needRoom.has(name)) return original(...parameters);
      if (name === 'writeFileSync')
        original(parameters[0], String(parameters[1]).slice(0, 20), parameters[2]);
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    },
  });
}
syncBuiltinESMExports();

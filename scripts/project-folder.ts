import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever the command was typed. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

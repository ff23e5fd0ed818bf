import fc from 'fast-check';
import { isLong } from './long.ts';

// `npm test` tries every law with the same cases on each machine, so that it fails for what was changed; `npm run test:long` looks for new ones.
if (!isLong) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_121 });

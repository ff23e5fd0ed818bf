import { defineConfig } from 'vitest/config';

/** The tests that a run of `mutants.ts` tries its mutants with. */
export default defineConfig({
  test: {
    include: (process.env['MUTANT_TESTS'] ?? '').split(','),
    setupFiles: 'test/steady-laws.ts',
    testTimeout: 30_000,
  },
});

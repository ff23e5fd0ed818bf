import { defineConfig } from 'vitest/config';

const house = 'test/**/*house.test.ts';

/** Two projects: what needs no built site, and what is tried on one in a browser. */
export default defineConfig({
  test: {
    // One a core, although somebody may work beside them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [house],
          setupFiles: 'test/steady-laws.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'house',
          include: [house],
          globalSetup: 'test/house/sites.ts',
          setupFiles: 'test/steady-laws.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

const timeouts = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A page on a busy machine needs more than the second that is waited for a value by itself.
  expect: { poll: { timeout: 20_000 } },
}

export default defineConfig({
  test: {
    globalSetup: ['test/built-pages.mjs', 'test/test-server.ts'],
    // More than a third of the time is spent waiting for databases, browsers and clocks, so two cores
    // bear three.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'beside the code',
          include: ['src/**/*.test.ts'],
          exclude: ['src/web/**'],
          pool: 'threads',
          // Nothing but pages keeps state in a module, and loading all modules anew for each file
          // takes as long as the tests themselves.
          isolate: false,
          ...timeouts,
        },
      },
      {
        test: {
          name: 'the whole',
          include: ['test/{architecture,conformance,journeys}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          ...timeouts,
        },
      },
      {
        test: {
          name: 'in the browser',
          include: ['test/browser/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          ...timeouts,
          // A page in all its looks is a page eight times over.
          ...(process.env.TIDEWAITER_LOOKS === 'all' && { testTimeout: 300_000 }),
        },
      },
      {
        test: {
          name: 'pages and processes',
          include: ['src/web/**/*.test.ts', 'test/proof/**/*.test.ts', 'test/*.test.ts'],
          pool: 'threads',
          ...timeouts,
        },
      },
    ],
  },
})

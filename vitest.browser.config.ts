import { defineConfig } from 'vitest/config'

/** The tests that walk real browsers: one file at a time, for a browser at work leaves nothing for a second one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

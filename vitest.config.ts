import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**'],
    // Property tests compute for a second or two; on a machine that does other work as well, for many.
    testTimeout: 30_000,
  },
})

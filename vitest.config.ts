import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{core,formats,connectors,server,client,simulator,cli,web,scripts}/**/*.test.ts'],
    globalSetup: ['server/db/testing.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The comment `// @module-tag slow` gives a test file this tag.
    tags: [
      {
        name: 'slow',
        description:
          'Bundles pages, compiles every example, or tries every order of events. `npm run check` leaves it out.',
      },
    ],
    projects: ['packages/*/vitest{,.node,.oldest,.firefox,.matrix}.config.ts', 'apps/*/vitest{,.pictures}.config.ts'],
  },
})

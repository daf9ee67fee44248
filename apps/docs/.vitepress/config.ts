import { existsSync, readFileSync } from 'node:fs'
import { defineConfig, type DefaultTheme } from 'vitepress'

/** TypeDoc writes this file before VitePress starts. */
const referenceFile = new URL('../reference/typedoc-sidebar.json', import.meta.url)
const reference: DefaultTheme.SidebarItem[] = existsSync(referenceFile)
  ? JSON.parse(readFileSync(referenceFile, 'utf8'))
  : []

export default defineConfig({
  title: 'Seats',
  description: "Connects Polar's seats API to a product's team page, in React and Vue.",
  outDir: 'dist',
  cleanUrls: true,
  lastUpdated: true,
  // A link without a target fails the build.
  ignoreDeadLinks: false,
  themeConfig: {
    nav: [
      { text: 'Guides', link: '/guides/', activeMatch: '/guides/' },
      { text: 'Explanation', link: '/explanation/architecture', activeMatch: '/explanation/' },
      { text: 'Reference', link: '/reference/', activeMatch: '/reference/' },
    ],
    sidebar: {
      '/guides/': [
        {
          text: 'Guides',
          items: [
            { text: 'Find your way', link: '/guides/' },
            { text: 'From 0.1 to 0.2', link: '/guides/migrate-to-0.2' },
          ],
        },
      ],
      '/explanation/': [
        {
          text: 'Explanation',
          items: [
            { text: 'Architecture', link: '/explanation/architecture' },
            { text: 'Words', link: '/explanation/words' },
            { text: 'Promises', link: '/explanation/promises' },
          ],
        },
      ],
      '/reference/': [{ text: 'Reference', items: reference }],
    },
    search: { provider: 'local' },
    editLink: { pattern: 'https://github.com/seats-dev/seats/edit/main/apps/docs/:path' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/seats-dev/seats' }],
  },
})

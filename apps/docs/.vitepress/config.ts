import { existsSync, readFileSync } from 'node:fs'
import { defineConfig, type DefaultTheme } from 'vitepress'
import { sidebar } from './sidebar.ts'

/** TypeDoc writes this file before VitePress starts. */
const apiFile = new URL('../reference/api/typedoc-sidebar.json', import.meta.url)
const api: DefaultTheme.SidebarItem[] = existsSync(apiFile) ? JSON.parse(readFileSync(apiFile, 'utf8')) : []

export default defineConfig({
  title: 'Seats',
  description: "Connects Polar's seats API to a product's team page, in React and Vue.",
  outDir: 'dist',
  cleanUrls: true,
  lastUpdated: true,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // A link without a target fails the build.
  ignoreDeadLinks: false,
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial/react', activeMatch: '/tutorial/' },
      { text: 'Guides', link: '/guides/', activeMatch: '/guides/' },
      { text: 'Explanation', link: '/explanation/seats-and-occupants', activeMatch: '/explanation/' },
      { text: 'Reference', link: '/reference/client-options', activeMatch: '/reference/' },
    ],
    sidebar: [...sidebar, { text: 'API', collapsed: true, items: api }],
    search: { provider: 'local' },
    editLink: { pattern: 'https://github.com/seats-dev/seats/edit/main/apps/docs/:path' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/seats-dev/seats' }],
  },
})

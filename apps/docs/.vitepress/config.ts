import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type DefaultTheme } from 'vitepress'
import { llmsPlugin } from './llms/llmsPlugin.ts'
import { sidebar } from './sidebar.ts'

const site = join(import.meta.dirname, '..')

/** TypeDoc writes this file before VitePress starts. */
const apiFile = join(site, 'reference/api/typedoc-sidebar.json')
const apiItems: DefaultTheme.SidebarItem[] = existsSync(apiFile) ? JSON.parse(readFileSync(apiFile, 'utf8')) : []

const sourceUrl = 'https://github.com/seats-dev/seats/blob/main/apps/docs/'

export default defineConfig({
  title: 'Seats',
  description: "Connects Polar's seats API to a product's team page, in React and Vue.",
  // GitHub Pages serves the site of a repository in a folder with the repository's name.
  base: '/seats/',
  outDir: 'dist',
  cleanUrls: true,
  lastUpdated: true,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // A link without a target fails the build.
  ignoreDeadLinks: false,
  markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } },
  vite: {
    plugins: [llmsPlugin(site)],
    // The index of the search has 2 MB. It is loaded when somebody opens the search.
    build: { chunkSizeWarningLimit: 3_000 },
  },
  transformPageData: (page) => {
    // TypeDoc's pages are not in the repository. Each links to the code that it describes.
    if (page.relativePath.startsWith('reference/api/')) page.frontmatter['editLink'] = false
  },
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial/react', activeMatch: '/tutorial/' },
      { text: 'Guides', link: '/guides/', activeMatch: '/guides/' },
      { text: 'Explanation', link: '/explanation/seats-and-occupants', activeMatch: '/explanation/' },
      { text: 'Reference', link: '/reference/client-options', activeMatch: '/reference/' },
    ],
    sidebar: [...sidebar, { text: 'API', items: apiItems }],
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    editLink: { pattern: `${sourceUrl}:path`, text: 'Source of this page' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/seats-dev/seats' }],
  },
})

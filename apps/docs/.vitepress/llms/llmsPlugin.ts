import type { UserConfig } from 'vitepress'
import { llmsFiles } from './llmsFiles.ts'
import { readPages } from './readPages.ts'

/** The type of a plugin for VitePress's own Vite, which is older than the repository's. */
type Plugin = Extract<NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number], { name: string }>

/** Adds `llms.txt`, `llms-full.txt` and the Markdown of each page to the site. The development server has them too. */
export const llmsPlugin = (site: string): Plugin => ({
  name: 'llms',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      // VitePress loads a page as a script from the address of its Markdown.
      const isScript = request.headers['sec-fetch-dest'] === 'script'
      const text = isScript ? undefined : llmsFiles(readPages(site)).get(request.url?.slice(1) ?? '')
      if (text === undefined) return next()
      response.setHeader('content-type', 'text/plain; charset=utf-8').end(text)
    })
  },
  generateBundle() {
    for (const [fileName, source] of llmsFiles(readPages(site))) this.emitFile({ type: 'asset', fileName, source })
  },
})

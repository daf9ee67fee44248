import type { UserConfig } from 'vitepress'
import { llmsFiles } from './llmsFiles.ts'
import { readPages } from './readPages.ts'

/** The type of a plugin for VitePress's own Vite, which is older than the repository's. */
type Plugin = Extract<NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number], { name: string }>

/** Adds `llms.txt`, `llms-full.txt` and the Markdown of each page to the site. The development server has them too. */
export function llmsPlugin(site: string): Plugin {
  let base = '/'
  const readFiles = () => withBase(llmsFiles(readPages(site)), base)
  return {
    name: 'llms',
    configResolved: (config) => void ({ base } = config),
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = request.url?.startsWith(base) ? request.url.slice(base.length) : ''
        // VitePress loads a page as a script from the same address, but with a query. Reading the whole site takes long,
        // so only a request for one of these files causes it.
        const text = /\.(?:md|txt)$/.test(path) ? readFiles().get(path) : undefined
        if (text === undefined) return next()
        response.setHeader('content-type', 'text/plain; charset=utf-8').end(text)
      })
    },
    generateBundle() {
      for (const [fileName, source] of readFiles()) this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/** Puts the folder that the site is served from before each link that begins with a slash. */
const withBase = (files: Map<string, string>, base: string) =>
  new Map([...files].map(([path, text]) => [path, text.replaceAll('](/', `](${base}`)]))

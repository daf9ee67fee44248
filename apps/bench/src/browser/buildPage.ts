import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, defaultClientConditions, type Rolldown } from 'vite'

const folder = fileURLToPath(new URL('pages', import.meta.url))

/** A built page: its files by name, and the names of those that it loads at first. */
export interface BuiltPage {
  files: Map<string, string>
  script: string
  styles: string[]
}

/** Builds a page for production with Vite, in memory. */
export async function buildPage(file: string): Promise<BuiltPage> {
  const result = await build({
    configFile: false,
    root: folder,
    mode: 'production',
    logLevel: 'error',
    plugins: [vue()],
    resolve: { conditions: ['@seats/source', ...defaultClientConditions] },
    build: { write: false, target: 'es2022', rolldownOptions: { input: `${folder}/${file}` } },
  })
  const { output } = [result].flat()[0] as Rolldown.RolldownOutput
  const contentOf = (file: (typeof output)[number]) => (file.type === 'chunk' ? file.code : String(file.source))
  return {
    files: new Map(output.map((file) => [file.fileName, contentOf(file)])),
    script: output.find((file) => file.type === 'chunk' && file.isEntry)?.fileName ?? '',
    styles: output.map(({ fileName }) => fileName).filter((name) => name.endsWith('.css')),
  }
}

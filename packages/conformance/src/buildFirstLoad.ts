import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { build, type Rolldown } from 'vite'
import { vueOptions } from '../../../tsdown.config.base.ts'
import { sourceCondition } from '../../../vitest.config.base.ts'

// Builds a page with Vite, from the code on the standard input. Prints JSON with the size and the modules of the code
// that the page loads at first, and with the warnings of the build. The second argument of this script is a regular
// expression. Modules whose path matches the expression count too, although the page loads them later.
const code = await text(process.stdin)
const folder = process.argv[2] ?? ''
const laterModulePattern = new RegExp(process.argv[3] ?? '(?!)')
const page = join(folder, 'page.ts')

/** Vite's own code around `import()`. This code belongs to the app, so it is not measured. */
const preloadHelper = '\0vite/preload-helper.js'

const warnings: string[] = []

const result = await build({
  configFile: false,
  root: folder,
  logLevel: 'error',
  plugins: [
    vue(vueOptions),
    {
      name: 'page',
      enforce: 'pre',
      resolveId: (id) => (id === page ? id : null),
      load: (id) =>
        id === page ? code : id === preloadHelper ? 'export const __vitePreload = (load) => load()' : null,
    },
  ],
  resolve: { conditions: [sourceCondition, 'browser', 'module', 'import', 'default'] },
  build: {
    write: false,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: page,
      external: /^(react|react-dom|vue|@tanstack\/(react|vue)-query)($|\/)/,
      // On a busy machine, Vite would warn that a plugin is slow.
      checks: { pluginTimings: false },
      onLog(level, { code, message }) {
        // `use client` has no effect in a page without server components.
        if (level === 'warn' && code !== 'MODULE_LEVEL_DIRECTIVE') warnings.push(message)
      },
    },
  },
})

const { output } = [result].flat()[0] as Rolldown.RolldownOutput
const files = new Map(output.map((file) => [file.fileName, file]))
const loadedFiles = new Set(
  output.filter((file) =>
    file.type === 'chunk'
      ? file.isEntry || file.moduleIds.some((id) => laterModulePattern.test(id))
      : file.fileName.endsWith('.css'),
  ),
)
for (const file of loadedFiles) {
  for (const name of file.type === 'chunk' ? file.imports : []) {
    const imported = files.get(name)
    if (imported) loadedFiles.add(imported)
  }
}
const sizeOf = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).byteLength
// In a real app, Vite would divide this code into other files. So the code is measured as one file.
const script = [...loadedFiles].map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
const style = [...loadedFiles].map((file) => (file.type === 'asset' ? String(file.source) : '')).join('\n')
const modules = [...loadedFiles].flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
const scriptKB = sizeOf(script) / 1000
process.stdout.write(JSON.stringify({ kB: scriptKB + sizeOf(style) / 1000, scriptKB, modules, warnings }))

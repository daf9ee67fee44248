import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { sourceCondition } from '../../../vitest.config.base.ts'

/**
 * Returns the size of the JavaScript that a page loads first for this code, in kB of 1,000 bytes, minified and gzipped.
 * The framework, TanStack Query and code that loads later are not counted.
 */
export async function measure(code: string, resolveDir: string, external: string[]): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir, loader: 'ts' },
    bundle: true,
    splitting: true,
    outdir: resolveDir,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    conditions: [sourceCondition],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'vue', '@tanstack/*', ...external],
    absWorkingDir: resolveDir,
  })
  const { outputs } = metafile
  const needed = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === '<stdin>'))
  for (const path of needed) {
    for (const { kind, path: next } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && next in outputs) needed.add(next)
    }
  }
  const files = outputFiles.filter(({ path }) => needed.has(relative(resolveDir, path)))
  if (files.length === 0) throw new Error('esbuild gave no bundle.')
  return files.reduce((total, { contents }) => total + gzipSync(contents).byteLength, 0) / 1000
}

import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { sourceCondition } from '../../../vitest.config.base.ts'

/**
 * Returns the size of the JavaScript for this code, in kB of 1,000 bytes, minified and gzipped at level 9. All code is
 * in one file, so code that a page loads later counts too. The framework and TanStack Query do not count.
 */
export async function measureBundle(code: string, resolveDir: string, external: string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    conditions: [sourceCondition],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'vue', '@tanstack/*', ...external],
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error('esbuild gave no bundle.')
  return gzipSync(file.contents, { level: 9 }).byteLength / 1000
}

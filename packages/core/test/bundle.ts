import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Bundles code as an app does. Returns the bundle's bytes after gzip, the files whose code it contains, and its text.
 */
export async function bundle(code: string): Promise<{ bytes: number; files: string[]; text: string }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@seats/source'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const text = outputFiles[0]?.text ?? ''
  const outputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
  return {
    bytes: gzipSync(text, { level: 9 }).length,
    files: outputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    text,
  }
}

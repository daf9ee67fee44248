import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { UsageError } from './UsageError.ts'

/** The templates, each with the names of its tools. */
export const templates = { react: 'React and Vite', vue: 'Vue and Vite', next: 'Next', nuxt: 'Nuxt' } as const

export type Template = keyof typeof templates

/**
 * Copies a template into an empty or a new folder.
 *
 * @param folder The name of the folder becomes the name of the package.
 * @throws UsageError if there are files in the folder, so that none is overwritten
 */
export function createProject(folder: string, template: Template): void {
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).some((file) => file !== '.git')) {
    throw new UsageError(`The folder ${folder} is not empty. Choose another name, or empty it.`)
  }
  cpSync(join(import.meta.dirname, '../templates', template), target, { recursive: true })
  // npm leaves files with the name `.gitignore` out of a package.
  renameSync(join(target, '_gitignore'), join(target, '.gitignore'))
  const file = join(target, 'package.json')
  const manifest: object = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, `${JSON.stringify({ ...manifest, name: packageName(target) }, null, 2)}\n`)
}

/** Returns a name that npm accepts: "My Team" becomes "my-team". */
const packageName = (folder: string) =>
  basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '') || 'team'

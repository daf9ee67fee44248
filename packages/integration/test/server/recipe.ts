import { pathToFileURL, fileURLToPath } from 'node:url'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { onTestFinished, vi } from 'vitest'
import { guideExample, guideSql } from './guideExample.ts'

/** Copies recipes of the guides into a folder, as a user would. Returns the folder. */
export function copyRecipes(recipes: Record<string, string>): string {
  const directory = fileURLToPath(new URL(`../../dist/recipes/${crypto.randomUUID()}`, import.meta.url))
  mkdirSync(directory, { recursive: true })
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [file, guide] of Object.entries(recipes)) writeFileSync(join(directory, file), guideExample(file, guide))
  return directory
}

/** Loads a copied recipe with the address of its database. */
export async function loadRecipe<T>(directory: string, file: string, databaseUrl: string): Promise<T> {
  vi.stubEnv('DATABASE_URL', databaseUrl)
  const recipe = (await import(pathToFileURL(join(directory, file)).href)) as T
  vi.unstubAllEnvs()
  return recipe
}

/** Makes a SQLite file with the tables of a guide, and loads the guide's recipe for it. */
export async function loadSqliteRecipe<T>(file: string, guide: string): Promise<T> {
  const directory = copyRecipes({ [file]: guide })
  const url = pathToFileURL(join(directory, 'app.db')).href
  const database = createClient({ url })
  await database.executeMultiple(guideSql(guide).replaceAll('jsonb', 'text').replaceAll(' collate "C"', ''))
  database.close()
  return loadRecipe<T>(directory, file, url)
}

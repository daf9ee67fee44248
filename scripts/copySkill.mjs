// Copies the skill for coding assistants into the package that is being packed. The repository has the skill only once.
import { cpSync } from 'node:fs'
import { join } from 'node:path'

cpSync(join(import.meta.dirname, '../skills'), join(process.cwd(), 'skills'), { recursive: true })

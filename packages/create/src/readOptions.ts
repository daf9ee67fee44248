import { parseArgs } from 'node:util'
import { templates, type Template } from './createProject.ts'
import { UsageError } from './UsageError.ts'

export const usage = `Usage: npm create @seats@latest [FOLDER] -- --template ${Object.keys(templates).join('|')}`

export interface Options {
  folder: string | undefined
  template: Template | undefined
  help: boolean
}

const isTemplate = (text: string): text is Template => Object.hasOwn(templates, text)

/** Reads the arguments of the command. @throws UsageError if an argument is wrong */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv)
  if (positionals.length > 1) throw new UsageError(`Give one folder, not ${positionals.length}.\n${usage}`)
  const { template, help } = values
  if (template !== undefined && !isTemplate(template)) {
    throw new UsageError(`There is no template "${template}".\n${usage}`)
  }
  return { folder: positionals[0], template, help }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { template: { type: 'string', short: 't' }, help: { type: 'boolean', short: 'h', default: false } },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

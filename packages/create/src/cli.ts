#!/usr/bin/env node
import { createInterface } from 'node:readline/promises'
import { createProject, templates } from './createProject.ts'
import { readOptions, usage } from './readOptions.ts'
import { UsageError } from './UsageError.ts'

try {
  await main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    console.log(usage)
    return
  }
  const template = options.template ?? readOptions(['--template', await askForTemplate()]).template
  const folder = options.folder ?? 'team'
  if (template === undefined) throw new UsageError(usage)
  createProject(folder, template)
  console.log(`Created a team page with ${templates[template]} in ${folder}. Next:

  cd ${folder}
  npm install
  npm run dev
`)
}

async function askForTemplate(): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError(`Say which template to use.\n${usage}`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const list = Object.entries(templates).map(([name, framework]) => `  ${name.padEnd(6)} ${framework}`)
  const answer = await terminal.question(`Which template?\n${list.join('\n')}\n> `)
  terminal.close()
  return answer.trim()
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks, type CodeBlock } from '@seats/conformance/codeBlocks'
import { inject } from 'vitest'
import type { Consumer } from './consumer.ts'

/** Returns the code blocks of a page of the site, such as `tutorial/react`. */
export const blocksOf = (page: string): CodeBlock[] =>
  codeBlocks(readFileSync(join(import.meta.dirname, `../../../apps/docs/${page}.md`), 'utf8'))

/** Puts the tarballs in place of the names of our packages. */
export function withTarballs(commands: string): string {
  const tarballs = inject('tarballs')
  return commands.replaceAll(/@seats\/[a-z]+/g, (name) => tarballs[name] ?? name)
}

/**
 * Runs the first commands of a tutorial, which create its app. Installs the tarballs in place of the packages that the
 * page names, and answers npm's question with yes.
 *
 * @returns the folder of the app
 */
export function runFirstCommands(consumer: Consumer, tutorialBlocks: CodeBlock[]): string {
  const commands = tutorialBlocks.find(({ language }) => language === 'sh')?.code ?? ''
  consumer.run('sh', ['-e', '-c', withTarballs(commands)], {
    env: { npm_config_yes: 'true', npm_config_prefer_offline: 'true' },
  })
  return join(consumer.folder, 'team')
}

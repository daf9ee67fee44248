import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A process that has started, and has sent its first message. */
export interface StartedProcess<Ready> {
  ready: Ready
  ask<Answer>(question: string): Promise<Answer>
  stop(): Promise<void>
}

/** Runs a file as a process of its own. Resolves with its first message in `ready`. */
export async function startProcess<Ready>(file: URL, ...args: string[]): Promise<StartedProcess<Ready>> {
  const child = fork(file, args, { execArgv: ['--expose-gc', '--conditions', '@seats/source'] })
  return {
    ready: await answerOf<Ready>(child),
    ask: (question) => {
      child.send(question)
      return answerOf(child)
    },
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const answered = new AbortController()
  const { signal } = answered
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error(`${child.spawnfile} ended before it answered.`)
  })
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal }), ended])
    return answer as Answer
  } finally {
    // Removes the listeners. Otherwise each question would leave its listeners behind.
    answered.abort()
  }
}

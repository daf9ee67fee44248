import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '@seats/conformance/freePort'
import { expect, onTestFinished } from 'vitest'
import { webkit } from '../../../scripts/webkit.mjs'

export interface WebkitPage {
  /** Runs the body of a function in the page. Resolves with what it returns. */
  run: <T>(body: string, ...args: unknown[]) => Promise<T>
  click: (selector: string) => Promise<void>
  /** Types a text into an element. */
  type: (selector: string, text: string) => Promise<void>
}

/** Opens a page in WebKitGTK until the test has ended. Speaks WebDriver: https://www.w3.org/TR/webdriver2/ */
export async function openWebkit(url: string): Promise<WebkitPage> {
  const port = await freePort()
  const driver = spawn(webkit.display, ['--auto-servernum', webkit.driver, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    // WebKit's sandbox needs user namespaces, which root in a container does not have.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  })
  const ended = once(driver, 'close')
  onTestFinished(async () => {
    if (driver.pid !== undefined && driver.exitCode === null) process.kill(-driver.pid)
    await ended
  })
  const base = `http://127.0.0.1:${port}`
  await expect.poll(() => isListening(`${base}/status`)).toBe(true)

  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as { value: T }
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`)
    return value
  }
  const options = { binary: webkit.browser, args: ['--automation'] }
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const session = `/session/${sessionId}`
  onTestFinished(() => call<void>('DELETE', session))
  await call('POST', `${session}/url`, { url })
  const find = async (selector: string) => {
    const element = await call<Record<string, string>>('POST', `${session}/element`, {
      using: 'css selector',
      value: selector,
    })
    return `${session}/element/${Object.values(element)[0]}`
  }
  return {
    run: (body, ...args) => call('POST', `${session}/execute/sync`, { script: body, args }),
    click: async (selector) => call('POST', `${await find(selector)}/click`, {}),
    type: async (selector, text) => call('POST', `${await find(selector)}/value`, { text }),
  }
}

const isListening = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )

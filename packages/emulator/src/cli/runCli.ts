import { readFileSync } from 'node:fs'
import { createFetch } from '../start/createFetch.ts'
import { Emulation } from '../emulation/Emulation.ts'
import { parseSeed } from '../seed/schema/parseSeed.ts'
import { SeedError } from '../seed/schema/SeedError.ts'
import { startServer } from '../start/startServer.ts'
import { parseArguments, usage, UsageError } from './parseArguments.ts'

const badArgumentsExitCode = 2
const startFailedExitCode = 1

/** Starts an emulator, and runs until a signal ends the command. Resolves with the exit code. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const signalReceived = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  try {
    const options = parseArguments(argv)
    if (options.help) {
      process.stdout.write(`${usage}\n`)
      return 0
    }
    const seed = options.seed === undefined ? undefined : readSeed(options.seed)
    const emulation = new Emulation(options.dataDir, seed)
    const secrets = emulation.setSharedEndpoints(options.webhookUrls, options.webhookSecret)
    if (options.webhookSecret === undefined) {
      options.webhookUrls.forEach((url, index) => log(`Webhooks to ${url} are signed with ${secrets[index]}`))
    }
    const isOwnProcess = true
    const fetch = createFetch(emulation, options.rateLimit)
    const server = await startServer(fetch, options.port, options.host, isOwnProcess)
    emulation.url = server.url
    emulation.webhooks.sendDue()
    if (!isLoopback(options.host)) {
      log(
        `Listening on ${options.host}: everybody who reaches this machine can use the emulator, its tokens and its control API.`,
      )
    }
    printReady(server.url, emulation.refs, options.json)
    await signalReceived
    await server.close()
    emulation.close()
    return 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    log(`seats-emulator: ${message.replaceAll('\n', ' ')}`)
    return error instanceof UsageError || error instanceof SeedError ? badArgumentsExitCode : startFailedExitCode
  }
}

const log = (line: string) => process.stderr.write(`${line}\n`)

function readSeed(file: string): unknown {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`--seed ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    const seed: unknown = JSON.parse(text)
    parseSeed(seed)
    return seed
  } catch (error) {
    if (error instanceof SeedError) throw error
    throw new UsageError(`--seed ${file} is not JSON`)
  }
}

function printReady(url: string, refs: Record<string, string>, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify({ url, refs })}\n` : `Polar is emulated at ${url}\n`)
}

const isLoopback = (host: string) => /^(?:127\.|::1$|localhost$)/.test(host)

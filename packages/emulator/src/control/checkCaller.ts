import { isIP } from 'node:net'
import { InputError } from '../emulation/InputError.ts'

const loopback = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[\w-]+\.)*localhost)$/i
const anyAddress = new Set(['0.0.0.0', '[::]'])

/**
 * Refuses control calls that a browser makes for a page of another site: the control API reaches tokens and can empty
 * everything. `url` is where the emulator listens.
 * @throws InputError with status 403 for an `Origin` other than the emulator's own, and for a `Host` that is not this
 * machine's, as that of a page whose name was pointed at this machine.
 */
export function checkCaller(request: Request, url: string): void {
  const called = hostOf(`http://${request.headers.get('host') ?? new URL(request.url).host}`)
  if (called === undefined || !isOwnHost(called.hostname, new URL(url).hostname)) {
    throw refused('Host', 'Call the emulator by the address that it listens on.')
  }
  const origin = request.headers.get('origin')
  if (origin !== null && hostOf(origin)?.host !== called.host) {
    throw refused('Origin', 'Call it from your own server or test, not from a web page of another origin.')
  }
}

const refused = (header: string, advice: string) =>
  new InputError(403, [{ path: header, message: `The control API refuses this ${header}. ${advice}` }])

const hostOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

/** An emulator that listens on every address goes by any address, and by names without a dot, as containers have them. */
function isOwnHost(hostname: string, listening: string): boolean {
  if (hostname === listening || loopback.test(hostname)) return true
  return anyAddress.has(listening) && (isIP(hostname.replaceAll(/[[\]]/g, '')) > 0 || !hostname.includes('.'))
}

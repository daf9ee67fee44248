import { isIP } from 'node:net'
import { InputError } from '../emulation/InputError.ts'

const loopback = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[\w-]+\.)*localhost)$/i
const anyAddress = new Set(['0.0.0.0', '[::]'])

/**
 * Refuses control calls from web pages of other sites, because the control API knows tokens and can delete everything.
 * `url` is the address that the emulator listens on.
 * @throws InputError 403 if the `Host` is not this machine, or if the `Origin` has another host than the `Host`. A
 * foreign `Host` means that another domain name leads to this machine.
 */
export function checkCaller(request: Request, url: string): void {
  const host = toUrl(`http://${request.headers.get('host') ?? new URL(request.url).host}`)
  if (host === undefined || !isOwnHost(host.hostname, new URL(url).hostname)) {
    throw foreignCaller('Host', 'Call the emulator by the address that it listens on.')
  }
  const origin = request.headers.get('origin')
  if (origin !== null && toUrl(origin)?.host !== host.host) {
    throw foreignCaller('Origin', 'Call it from your own server or test, not from a web page of another origin.')
  }
}

const foreignCaller = (header: string, advice: string) =>
  new InputError(403, [{ path: header, message: `The control API refuses this ${header}. ${advice}` }])

const toUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

/**
 * Returns whether a host name means this machine. If the emulator listens on all addresses, accepts every IP address,
 * and every name without a dot, because containers have such names.
 */
function isOwnHost(hostname: string, listenHostname: string): boolean {
  if (hostname === listenHostname || loopback.test(hostname)) return true
  return anyAddress.has(listenHostname) && (isIP(hostname.replaceAll(/[[\]]/g, '')) > 0 || !hostname.includes('.'))
}

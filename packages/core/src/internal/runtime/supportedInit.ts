/**
 * Returns only the request options that this runtime supports. Older worker runtimes throw an error for other options.
 */
export function supportedInit(init: RequestInit): RequestInit {
  const supportedOptions = Object.entries(init).filter(([name, value]) => {
    try {
      return Boolean(new Request('http://localhost', { [name]: value }))
    } catch {
      return false
    }
  })
  return Object.fromEntries(supportedOptions)
}

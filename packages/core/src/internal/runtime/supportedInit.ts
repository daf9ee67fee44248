/** Returns the request options that this runtime has. Older worker runtimes throw on the others. */
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

import { registerHooks } from 'node:module'

/**
 * The oldest releases that are supported, in place of the newest: `react` is what `react-oldest` is. For servers, which
 * have no bundler to say it to.
 */
export function useOldest(names: string[], parent: string): void {
  registerHooks({
    resolve(specifier, context, next) {
      const name = names.find((name) => specifier === name || specifier.startsWith(`${name}/`))
      if (name === undefined) return next(specifier, context)
      return next(specifier.replace(name, `${name}-oldest`), { ...context, parentURL: parent })
    },
  })
}

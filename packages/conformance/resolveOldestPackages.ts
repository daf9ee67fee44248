import { registerHooks } from 'node:module'

/**
 * Resolves packages to their oldest supported releases: `react` becomes `react-oldest`. The process that renders on the
 * server needs this function, because it has no bundler that could use an alias.
 */
export function resolveOldestPackages(names: string[], parentUrl: string): void {
  registerHooks({
    resolve(specifier, context, next) {
      const name = names.find((name) => specifier === name || specifier.startsWith(`${name}/`))
      if (name === undefined) return next(specifier, context)
      return next(specifier.replace(name, `${name}-oldest`), { ...context, parentURL: parentUrl })
    },
  })
}

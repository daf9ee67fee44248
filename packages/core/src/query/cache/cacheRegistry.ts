/**
 * Creates a registry that holds a map of its own for each query cache. It keeps tokens and running work out of the cache,
 * which a page may store or show to others. A map is collected together with its cache.
 */
export function cacheRegistry<Entry>(): (cache: object) => Map<string, Entry> {
  const maps = new WeakMap<object, Map<string, Entry>>()
  return (cache) => {
    const map = maps.get(cache) ?? new Map<string, Entry>()
    maps.set(cache, map)
    return map
  }
}

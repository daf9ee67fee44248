/**
 * Creates a registry with one map for each query cache. Tokens and running work are kept here and not in the cache,
 * because a page may store the cache or share it. A map is garbage-collected together with its cache.
 */
export function cacheRegistry<Entry>(): (cache: object) => Map<string, Entry> {
  const maps = new WeakMap<object, Map<string, Entry>>()
  return (cache) => {
    const map = maps.get(cache) ?? new Map<string, Entry>()
    maps.set(cache, map)
    return map
  }
}

/**
 * Returns a function that checks whether a path begins with `prefix`, in which `*` stands for one segment. The check
 * takes linear time.
 */
export function matchPath(prefix: string): (path: string) => boolean {
  const prefixSegments = prefix.split('/')
  return (path) => {
    const segments = path.split('/')
    return prefixSegments.every((part, index) => {
      const segment = segments[index]
      if (part === '*') return Boolean(segment)
      return index === prefixSegments.length - 1 ? segment?.startsWith(part) : segment === part
    })
  }
}

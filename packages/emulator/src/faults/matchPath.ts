/** Returns a test for paths that begin with `prefix`, in which `*` stands for one segment. Takes linear time. */
export function matchPath(prefix: string): (path: string) => boolean {
  const wanted = prefix.split('/')
  return (path) => {
    const segments = path.split('/')
    return wanted.every((part, index) => {
      const segment = segments[index]
      if (part === '*') return Boolean(segment)
      return index === wanted.length - 1 ? segment?.startsWith(part) : segment === part
    })
  }
}

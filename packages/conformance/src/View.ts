/** What a story draws: plain data, which a driver turns into its framework's elements. */
export type View = Element | Part | string

interface Element {
  tag: string
  key?: string
  onClick?: () => void
  children: View[]
}

/** A component of its own, drawn again only when what it is given is another. */
interface Part {
  key: string
  of: unknown
  draw: (of: never) => View
}

export function h(tag: string, options: { key?: string; onClick?: () => void }, ...children: View[]): Element {
  return { tag, ...options, children }
}

export function part<Of>(key: string, of: Of, draw: (of: Of) => View): Part {
  return { key, of, draw }
}

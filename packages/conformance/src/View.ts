/** A view as plain data. The driver turns it into the framework's elements. */
export type View = Element | Part | string

interface Element {
  tag: string
  key?: string
  onClick?: () => void
  children: View[]
}

/** A separate component. It renders again only if `of` is a different object. */
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

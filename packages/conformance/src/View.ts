/** A view as plain data. The driver turns it into the framework's elements. */
export type View = Element | Part | string

interface Element {
  tag: string
  key?: string
  className?: string
  onClick?: () => void
  children: View[]
}

/** A separate component. It renders again only if `data` is a different object. */
interface Part {
  key: string
  data: unknown
  draw: (data: never) => View
}

export function h(
  tag: string,
  options: { key?: string; className?: string; onClick?: () => void },
  ...children: View[]
): Element {
  return { tag, ...options, children }
}

export function part<Data>(key: string, data: Data, draw: (data: Data) => View): Part {
  return { key, data, draw }
}

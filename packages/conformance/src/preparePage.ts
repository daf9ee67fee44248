/**
 * Ends animations, whose colours would be measured half way, and gives the page the colours of its theme. Returns a
 * function that ends this.
 */
export function preparePage(): () => void {
  const style = document.createElement('style')
  style.textContent =
    '*, ::before, ::after { animation: none !important; transition: none !important } body { background: Canvas }'
  document.head.append(style)
  const root = document.documentElement
  return () => {
    style.remove()
    root.dir = ''
    root.style.colorScheme = ''
  }
}

/**
 * Turns animations off, because axe-core would measure a colour in the middle of its change. Gives the page the
 * background of its theme. Returns a function that undoes both, and resets the page's direction and theme.
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

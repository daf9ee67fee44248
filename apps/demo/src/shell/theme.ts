export const themes = ['light dark', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'theme'

export function readTheme(): Theme {
  const storedTheme = localStorage.getItem(key)
  return themes.find((theme) => theme === storedTheme) ?? 'light dark'
}

/** Stores the theme, and sets `color-scheme`, which the colours of the stylesheet follow. */
export function applyTheme(theme: Theme = readTheme()): void {
  localStorage.setItem(key, theme)
  document.documentElement.style.colorScheme = theme
}

export const themes = ['light dark', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'theme'

export function readTheme(): Theme {
  const stored = localStorage.getItem(key)
  return themes.find((theme) => theme === stored) ?? 'light dark'
}

/** Sets `color-scheme`. Every colour of the stylesheet follows it. */
export function applyTheme(theme: Theme = readTheme()): void {
  localStorage.setItem(key, theme)
  document.documentElement.style.colorScheme = theme
}

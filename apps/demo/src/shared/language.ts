import { de, deInformal, en, es, fr, ja, type Messages } from '@seats/core/messages'

/** The languages of the demo, by the key that is stored. */
export const languages: Record<string, { name: string; messages: Messages }> = {
  en: { name: 'English', messages: en },
  de: { name: 'Deutsch (Sie)', messages: de },
  deInformal: { name: 'Deutsch (du)', messages: deInformal },
  fr: { name: 'Français', messages: fr },
  es: { name: 'Español', messages: es },
  ja: { name: '日本語', messages: ja },
}

const key = 'language'
const storedKey = localStorage.getItem(key) ?? ''

export const language: string = Object.hasOwn(languages, storedKey) ? storedKey : 'en'

/** The texts of the whole page. Another language takes effect when the page reloads. */
export const messages: Messages = languages[language]?.messages ?? en

export function setLanguage(next: string): void {
  localStorage.setItem(key, next)
  location.reload()
}

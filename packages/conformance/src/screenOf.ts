import { expect } from 'vitest'

/** Returns functions that find and use the parts of a component, by their labels or by selectors. */
export function screenOf(element: HTMLElement) {
  const buttons = () => [...element.querySelectorAll('button')]
  const button = (label: string | RegExp) =>
    buttons().find(({ ariaLabel, textContent }) => {
      const text = ariaLabel ?? textContent.trim()
      return typeof label === 'string' ? text === label : label.test(text)
    })
  const isEnabled = (label: string | RegExp) => {
    const found = button(label)
    return found !== undefined && !found.disabled && found.ariaDisabled !== 'true'
  }
  return {
    button,
    text: () => element.textContent,
    /** Waits until the component shows a text. */
    waitForText: (text: string) => expect.poll(() => element.textContent).toContain(text),
    /** Waits until the component shows an element. */
    waitForElement: (selector: string) =>
      expect.poll(() => element.querySelector(selector), { message: selector }).not.toBeNull(),
    /** Waits until an element is gone. */
    waitForNoElement: (selector: string) =>
      expect.poll(() => element.querySelector(selector), { message: selector }).toBeNull(),
    /** Waits until a button is enabled, focuses it and presses it, as the keyboard does. */
    async press(label: string | RegExp) {
      await expect.poll(() => isEnabled(label), { message: String(label) }).toBe(true)
      button(label)?.focus()
      button(label)?.click()
    },
    /** Waits for a field, and replaces its text with another one. */
    async type(selector: string, text: string) {
      await expect.poll(() => element.querySelector(selector), { message: selector }).not.toBeNull()
      const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
      if (field === null) return
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
  }
}

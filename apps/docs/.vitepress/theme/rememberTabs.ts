import { onContentUpdated } from 'vitepress'
import { onMounted, onUnmounted } from 'vue'

const storageKey = 'seats-tabs'

/**
 * Selects the same tab in all code groups that have the same titles, such as React and Vue. The choice is stored, so
 * that it holds on other pages and on the next visit.
 */
export function rememberTabs(): void {
  onContentUpdated(selectStored)
  onMounted(() => document.addEventListener('change', storeAndSelect))
  onUnmounted(() => document.removeEventListener('change', storeAndSelect))
}

function storeAndSelect({ target }: Event): void {
  if (!(target instanceof HTMLInputElement)) return
  const group = target.closest('.vp-code-group')
  if (group === null) return
  const titles = titlesOf(group)
  const title = titles[inputsOf(group).indexOf(target)]
  if (title === undefined) return
  // The clicked tab keeps its position on the screen, although code above it becomes longer or shorter.
  const { top } = target.getBoundingClientRect()
  writeChoices({ ...readChoices(), [titles.join()]: title })
  selectStored()
  window.scrollBy({ top: target.getBoundingClientRect().top - top, behavior: 'instant' })
}

function selectStored(): void {
  const choices = readChoices()
  for (const group of document.querySelectorAll('.vp-code-group')) {
    const titles = titlesOf(group)
    const selected = titles.indexOf(choices[titles.join()] ?? '')
    if (selected === -1) continue
    for (const [index, input] of inputsOf(group).entries()) input.checked = index === selected
    const blocks = group.querySelector('.blocks')?.children ?? []
    for (const [index, block] of [...blocks].entries()) block.classList.toggle('active', index === selected)
  }
}

const inputsOf = (group: Element) => [...group.querySelectorAll<HTMLInputElement>('.tabs input')]

const titlesOf = (group: Element) => [...group.querySelectorAll('.tabs label')].map((label) => label.textContent ?? '')

/**
 * Returns the selected title for each list of titles. If the browser blocks the storage, reading it throws. Then each
 * group of tabs has its own choice, which is not stored.
 */
function readChoices(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') ?? {}
  } catch {
    return {}
  }
}

function writeChoices(choices: Record<string, string>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choices))
  } catch {
    // The browser blocks the storage.
  }
}

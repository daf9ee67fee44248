import { onContentUpdated, type Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { defineComponent, h } from 'vue'
import { rememberTabs } from './rememberTabs.ts'
import './style.css'

export default {
  extends: DefaultTheme,
  Layout: defineComponent({
    name: 'SeatsLayout',
    setup() {
      rememberTabs()
      onContentUpdated(markHomeAsMain)
      return () => h(DefaultTheme.Layout)
    },
  }),
} satisfies Theme

/** Marks the main part of the home page, so that screen readers can jump there. VitePress marks only other pages. */
function markHomeAsMain(): void {
  const content = document.getElementById('VPContent')
  if (content?.querySelector('main') === null) content.setAttribute('role', 'main')
  else content?.removeAttribute('role')
}

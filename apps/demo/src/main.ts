import '@seats/core/ui.css'
import { createApp } from 'vue'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { messages } from './shared/language.ts'
import { applyTheme } from './shell/theme.ts'
import ClaimFrame from './shell/ClaimFrame.vue'
import TeamFrame from './shell/TeamFrame.vue'
import type { Framework } from './shell/frameworks.ts'

applyTheme()
document.documentElement.lang = messages.locale

const [framework, page] = location.pathname.split('/').filter(Boolean) as [Framework?, string?]
const frame =
  page === 'claim' && framework
    ? createApp(ClaimFrame, { framework, token: new URLSearchParams(location.search).get('token') })
    : createApp(TeamFrame, { frameworks: framework ? [framework] : ['react', 'vue'] })

frame.use(VueQueryPlugin).mount('#app')

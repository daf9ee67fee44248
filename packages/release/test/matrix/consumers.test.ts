import { existsSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { coreApp, guardApp, reactApp, serverApp, tsconfig } from '../consumerApps.ts'

/**
 * The paths of older releases of Node. These releases are optional dependencies, which exist for Linux on x64 only. On
 * other machines, only the Node that runs the tests is tested.
 */
const olderNodePaths = ['node-20', 'node-22', 'node-24']
  .map((name) => fileURLToPath(new URL(`../../node_modules/${name}/bin/node`, import.meta.url)))
  .filter((path) => existsSync(path))

test('the older Nodes are installed where they exist', () => {
  expect(olderNodePaths).toHaveLength(process.platform === 'linux' && process.arch === 'x64' ? 3 : 0)
})

test('an app with core type-checks and runs after a plain npm install', () => {
  const consumer = new Consumer()
  consumer.install('@seats/core', 'typescript@6')
  consumer.write('tsconfig.json', tsconfig())
  consumer.write('index.ts', coreApp)
  consumer.run('tsc', [])
  consumer.write('index.js', stripTypeScriptTypes(coreApp))
  for (const node of ['node', ...olderNodePaths]) {
    expect(consumer.run(node, ['index.js']), node).toBe('7 of 10 seats are free\nNetworkError\n3 new\n')
  }
})

test('an app with react type-checks, builds with Vite, and renders on a server', () => {
  const consumer = new Consumer()
  consumer.install(
    '@seats/react',
    'react@19',
    'react-dom@19',
    '@types/react@19',
    '@types/react-dom@19',
    '@tanstack/react-query@5',
    'vite@8',
    'typescript@6',
  )
  consumer.write('tsconfig.json', tsconfig({ module: 'preserve', moduleResolution: 'bundler', jsx: 'react-jsx' }))
  consumer.write('index.html', '<div id="root"></div><script type="module" src="/main.tsx"></script>')
  consumer.write('main.tsx', reactApp)
  consumer.run('tsc', [])
  expect(consumer.run('vite', ['build'])).toMatch(/built in/)
  consumer.write('server.js', reactServer)
  for (const node of ['node', ...olderNodePaths]) {
    expect(consumer.run(node, ['server.js']), node).toBe('<p>7 seats are free</p>\nfunction\n')
  }
})

test('an app with vue type-checks, builds with Vite, and renders on a server', () => {
  const consumer = new Consumer()
  consumer.install(
    '@seats/vue',
    'vue@3',
    '@tanstack/vue-query@5',
    'vite@8',
    '@vitejs/plugin-vue@6',
    'vue-tsc@3',
    'typescript@6',
  )
  consumer.write('tsconfig.json', tsconfig({ module: 'preserve', moduleResolution: 'bundler' }))
  consumer.write('vite.config.js', "import vue from '@vitejs/plugin-vue'\nexport default { plugins: [vue()] }\n")
  consumer.write('index.html', '<div id="app"></div><script type="module" src="/main.ts"></script>')
  consumer.write('main.ts', vueMain)
  consumer.write('Team.vue', vueTeam)
  consumer.run('vue-tsc', [])
  expect(consumer.run('vite', ['build'])).toMatch(/built in/)
  consumer.write('server.js', vueServer)
  for (const node of ['node', ...olderNodePaths]) {
    expect(consumer.run(node, ['server.js']), node).toBe('<p>7 seats are free</p>\nobject\n')
  }
})

const vueMain = `
import { createSeatsClient } from '@seats/core'
import { seatsPlugin } from '@seats/vue'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import Team from './Team.vue'

createApp(Team).use(VueQueryPlugin).use(seatsPlugin, { client: createSeatsClient({ baseURL: '/api/seats' }) }).mount('#app')
`
const vueTeam = `
<script setup lang="ts">
import { useAssignSeat, useSeats } from '@seats/vue'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const { data } = useSeats(source, { select: (roster) => roster.available_seats })
const { mutate, error } = useAssignSeat(source)
</script>
<template>
  <button @click="mutate({ email: 'ada@example.com' })">{{ data?.toFixed() }} {{ error?.detail }}</button>
</template>
`

/** The start of the two programs below, which render a team on the server. This part reads the roster in advance. */
const serverStart = `
const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const fetch = async () => Response.json({ seats: [], available_seats: 7, total_seats: 10 })
const client = createSeatsClient({ baseURL: '/api/seats', fetch })
const queryClient = new QueryClient()
await queryClient.prefetchQuery(seatsQueryOptions(client, source))
`
const reactServer = `
import { createSeatsClient, SeatsProvider, seatsQueryOptions, useSeats } from '@seats/react'
import { TeamPanel } from '@seats/react/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
${serverStart}
const Team = () => h('p', null, useSeats(source).data?.available_seats, ' seats are free')
const page = h(QueryClientProvider, { client: queryClient }, h(SeatsProvider, { client }, h(Team)))
console.log(renderToStaticMarkup(page))
console.log(typeof TeamPanel)
`
const vueServer = `
import { createSeatsClient, seatsPlugin, seatsQueryOptions, useSeats } from '@seats/vue'
import { TeamPanel } from '@seats/vue/ui'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
${serverStart}
const Team = {
  setup() {
    const { data } = useSeats(source)
    return () => h('p', data.value?.available_seats + ' seats are free')
  },
}
const app = createSSRApp(Team).use(VueQueryPlugin, { queryClient }).use(seatsPlugin, { client })
console.log(await renderToString(app))
console.log(typeof TeamPanel)
`

// The emulator is not used, because it needs Node 22.13.
test('the guard, its event stream and the webhook handler run on each supported Node', () => {
  const consumer = new Consumer()
  consumer.install('@seats/server')
  consumer.write('index.js', guardApp)
  for (const node of ['node', ...olderNodePaths]) {
    expect(consumer.run(node, ['index.js']), node).toBe('200 10\n404\n200\nevent: changed\n')
  }
})

test('the server runs in front of the emulator after a plain npm install', () => {
  const consumer = new Consumer()
  consumer.install('@seats/server', '@seats/emulator', 'typescript@6', '@types/node@24')
  consumer.write('tsconfig.json', tsconfig({ types: ['node'] }))
  consumer.write('index.ts', serverApp)
  consumer.run('tsc', [])
  consumer.write('index.js', stripTypeScriptTypes(serverApp))
  for (const node of ['node', ...olderNodePaths.filter((path) => !path.includes('node-20'))]) {
    expect(consumer.run(node, ['index.js']), node).toBe('ada@example.com pending\n404\n')
  }
})

test('the command of the emulator answers the first request', () => {
  const consumer = new Consumer()
  consumer.install('@seats/emulator')
  const script = `
    import { spawn } from 'node:child_process'
    const server = spawn('node_modules/.bin/seats-emulator', ['--port', '0', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
    server.stdout.once('data', async (line) => {
      const { url, refs } = JSON.parse(line)
      const answer = await fetch(url + '/v1/customer-seats?subscription_id=' + refs['acme/sub'], { headers: { authorization: 'Bearer polar_oat_acme' } })
      console.log(answer.status, (await answer.json()).total_seats)
      server.once('exit', (code) => console.log('exit', code))
      server.kill('SIGTERM')
    })`
  consumer.write('index.js', script)
  expect(consumer.run('node', ['index.js'])).toBe('200 10\nexit 0\n')
})

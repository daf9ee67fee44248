import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { coreApp, entryPointsApp, reactApp, serverApp, tsconfig, vueApp } from '../consumerApps.ts'

// TypeScript 5.4 is the oldest version that the packages support.
test.each(['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6', '7'])(
  'the types of core, react, vue, server and the emulator pass with TypeScript %s',
  (version) => {
    const consumer = new Consumer()
    consumer.install(
      '@seats/core',
      '@seats/react',
      '@seats/server',
      '@seats/emulator',
      `typescript@${version}`,
      'react@19',
      'react-dom@19',
      '@types/react@19',
      '@types/react-dom@19',
      '@types/node@24',
      '@playwright/test@1',
      '@tanstack/react-query@5',
      '@seats/vue',
      'vue@3',
      '@tanstack/vue-query@5',
    )
    consumer.write('core.ts', coreApp)
    consumer.write('server.ts', serverApp)
    consumer.write('app.tsx', reactApp)
    // Single-file components need `vue-tsc`, so this app has none. An app with one is compiled in `consumers.test.ts`.
    consumer.write('vueApp.ts', vueApp)
    consumer.write('entryPoints.tsx', entryPointsApp)
    const options = { module: 'preserve', moduleResolution: 'bundler', jsx: 'react-jsx', types: ['node'] }
    consumer.write('tsconfig.json', tsconfig(options))
    expect(consumer.run('tsc', ['--version'])).toContain(`Version ${version}.`)
    expect(consumer.run('tsc', [])).toBe('')
  },
)

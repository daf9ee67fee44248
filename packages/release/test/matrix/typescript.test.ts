import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { coreApp, entryPointsApp, reactApp, serverApp, tsconfig } from '../consumerApps.ts'

// 5.4 is the oldest that the packages support.
test.each(['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6', '7'])(
  'the types of core, react, server and the emulator pass with TypeScript %s',
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
      '@tanstack/react-query@5',
    )
    consumer.write('core.ts', coreApp)
    consumer.write('server.ts', serverApp)
    consumer.write('app.tsx', reactApp)
    consumer.write('entryPoints.tsx', entryPointsApp)
    const options = { module: 'preserve', moduleResolution: 'bundler', jsx: 'react-jsx', types: ['node'] }
    consumer.write('tsconfig.json', tsconfig(options))
    expect(consumer.run('tsc', ['--version'])).toContain(`Version ${version}.`)
    expect(consumer.run('tsc', [])).toBe('')
  },
)

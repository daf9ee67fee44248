#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`seats-emulator needs Node 22.13 or newer, and this is ${process.versions.node}\n`)
  process.exitCode = 1
} else {
  // Imported after the check, because an older Node has no SQLite to import.
  const { runCli } = await import('./cli/runCli.ts')
  process.exitCode = await runCli(process.argv.slice(2))
}

// Finds and installs the programs that tests run in.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Returns the path of a program. The environment variable has the path if it is set. Otherwise returns the first of the
 * names that is on the `PATH`, or undefined if none is.
 * @param {string} variable
 * @param {string[]} names
 */
export function findProgram(variable, names) {
  const configuredPath = process.env[variable]
  if (configuredPath) {
    if (isExecutable(configuredPath)) return configuredPath
    throw new Error(`${variable} is not the path of a program. Correct it, or unset it to search the PATH.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/**
 * Installs Debian packages. Does nothing on other systems. Does nothing without root either, because the installation would
 * ask for a password.
 * @param {string[]} packages
 */
export function installPackages(packages) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return
  console.error(`Installing ${packages[0]}…`)
  const apt = (...args) => spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 2, 2] })
  apt('update')
  apt('install', '--yes', '--no-install-recommends', ...packages)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

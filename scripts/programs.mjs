// Finds and installs the programs that tests run in.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Finds a program. If the environment variable is set, its path is used; otherwise the first of the names on the `PATH`.
 * @param {string} variable
 * @param {string[]} names
 */
export function findProgram(variable, names) {
  const named = process.env[variable]
  if (named) {
    if (isExecutable(named)) return named
    throw new Error(`${variable} is not the path of a program. Correct it, or unset it to search the PATH.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

/**
 * Installs Debian packages, but only on Debian and as root, where that needs no password.
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

import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

interface CommandOptions {
  /** The name of the Debian package that contains the command. */
  package: string
  /** Folders to search before those of the PATH. A `*` stands for one name. */
  folders?: string[]
}

/**
 * Returns the path of a command. If it is missing and the process runs as root on Debian, installs it.
 *
 * @throws Error that says how to install it.
 */
export function findCommand(name: string, { package: packageName, folders = [] }: CommandOptions): string {
  const path = find(name, folders)
  if (path !== undefined) return path
  if (find('apt-get', []) !== undefined && process.getuid?.() === 0) {
    const apt = (...args: string[]) => execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...args])
    apt('update')
    apt('install', '-y', '--no-install-recommends', packageName)
    const installedPath = find(name, folders)
    if (installedPath !== undefined) return installedPath
  }
  throw new Error(`There is no ${name}: install it (on Debian: apt-get install ${packageName}).`)
}

function find(name: string, folders: string[]): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((directory) => join(directory, name))
  const inFolders = folders.flatMap((folder) => globSync(join(folder, name)))
  return [...inFolders, ...onPath].find((file) => existsSync(file))
}

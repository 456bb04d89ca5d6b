import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const debianFolder = '/usr/lib/postgresql'

/** Where an installed program is: on the path, or where Debian keeps the servers. Throws what to install. */
export function findProgram(name: string, packageName: string): string {
  const versions = existsSync(debianFolder)
    ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a))
    : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debianFolder, version, 'bin')),
  ]
  const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
  if (found === undefined)
    throw new Error(
      `These tests start a real ${packageName}, and there is no ${name} on this machine. Install it: apt-get install ${packageName}`,
    )
  return found
}

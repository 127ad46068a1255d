// `mahnwerk read KIND FILE…`: what we read in a file, as JSON with the keys of the corpora.

import { type Run } from '../command.ts'
import { KINDS } from '../corpus/kinds.ts'
import { readBytes } from '../files.ts'

export const run: Run = async ([kindName = '', ...paths], terminal) => {
  const kind = KINDS.find(({ name }) => name === kindName)
  if (kind === undefined || paths.length === 0) {
    terminal.err(`mahnwerk read ${KINDS.map(({ name }) => name).join('|')} DATEI …`)
    return 2
  }
  let failed = 0
  for (const path of paths) {
    const bytes = await readBytes(path, terminal)
    const found = bytes === undefined ? undefined : await kind.read(bytes, path)
    if (found === undefined || found.refusal !== undefined) failed++
    if (found !== undefined) terminal.out(JSON.stringify(found.json, null, 1))
  }
  return failed === 0 ? 0 : 1
}

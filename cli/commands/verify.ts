// `mahnwerk verify`: recomputes the books of every tenant and names each difference. Works beside a running server.

import { sentenceOfFinding, verifyInstallation } from '@mahnwerk/server/verify'
import { type Run } from '../command.ts'

export const run: Run = async (args, terminal) => {
  if (args.length > 0) {
    terminal.err('mahnwerk verify (ohne weitere Angaben)')
    return 2
  }
  let tenants = 0
  let differences = 0
  for await (const { name, findings } of verifyInstallation(process.env)) {
    tenants += 1
    differences += findings.length
    for (const finding of findings) terminal.out(`${name}: ${sentenceOfFinding(finding)}`)
  }
  terminal.out(closing(tenants, differences))
  return differences === 0 ? 0 : 1
}

function closing(tenants: number, differences: number): string {
  const whose = tenants === 1 ? '1 Mandant geprüft' : `${tenants} Mandanten geprüft`
  if (differences === 0) return `${whose}, alles stimmt.`
  return `${whose}, ${differences === 1 ? '1 Abweichung' : `${differences} Abweichungen`}.`
}

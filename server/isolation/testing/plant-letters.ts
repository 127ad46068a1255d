// Words and a letterhead of the tenant's own, with a logo.

import type { Context } from '../../http/index.ts'
import { changeLetterhead, changeLogo, saveTemplate, standardWords } from '../../modules/letter-templates/index.ts'

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0d5560"/></svg>'

export async function plantLetters(context: Context, text: string): Promise<void> {
  const which = { language: 'nl', kind: 'last', audience: 'consumer' } as const
  const words = { ...standardWords(which), contact: `${text} {reach}` }
  await saveTemplate(context, which, { words, version: 0, both: false }, 'de')
  const fields = { accent: '#0d5560', bank: text, register: text, directors: null, more: [] }
  await changeLetterhead(context, 0, fields)
  await changeLogo(context, 1, Buffer.from(LOGO.replace('<rect', `<title>${text}</title><rect`)))
}

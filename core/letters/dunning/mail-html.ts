// The HTML of a mail: one column of 600 pixels in tables, styles at each element, readable in the dark and without pictures.

import type { Block, Cell, Column, Fact, Letter, TableRow } from '../letter.ts'

const INK = '#1b2330'
const QUIET = '#4c5666'
const LINE = '#d3d6db'
const GROUND = '#f5f6f7'
const ACCENT = '#0d5560'
const FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

export function htmlOf(letter: Letter): string {
  const { language, title, head, subject, subjectMore, info, body } = letter
  const accent = colourOf(head.accent)
  const inside = [
    tag('p', `margin:0 0 20px;font-size:17px;font-weight:600`, escaped(head.name)),
    factTable(info, `font-size:13px;color:${QUIET}`),
    tag('h1', 'margin:24px 0 4px;font-size:21px;line-height:1.3;font-weight:600', escaped(subject)),
    ...(subjectMore === undefined ? [] : [tag('p', `margin:0 0 20px;color:${QUIET}`, escaped(subjectMore))]),
    ...body.map((block) => blockHtml(block, accent)),
    footHtml(head.foot, accent),
  ].join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:0;background:#ffffff">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td align="left" style="${FONT};font-size:15px;line-height:1.5;color:${INK}">
${inside}
</td></tr></table>
</td></tr></table>
</body>
</html>
`
}

function blockHtml(block: Block, accent: string): string {
  switch (block.kind) {
    case 'paragraph':
      return tag('p', 'margin:0 0 14px', escaped(block.text))
    case 'note':
      return tag('p', `margin:0 0 14px;font-size:14px;color:${QUIET}`, escaped(block.text))
    case 'heading':
      return tag('h2', 'margin:24px 0 8px;font-size:16px;font-weight:600', escaped(block.text))
    case 'highlight':
      return highlight(block, accent)
    case 'table':
      return dataTable(block.columns, block.rows)
    case 'payment':
      return factTable(block.facts, 'font-size:15px')
    case 'closing': {
      const [greeting = '', ...names] = block.lines.map(escaped)
      return tag('p', 'margin:24px 0 0', `${greeting}<br><strong>${names.join('<br>')}</strong>`)
    }
    case 'page':
      return ''
  }
}

function highlight({ label, value, more }: Extract<Block, { kind: 'highlight' }>, accent: string): string {
  const small = more === undefined ? '' : tag('div', `font-size:13px;color:${QUIET}`, escaped(more))
  const big = tag('div', 'font-size:24px;font-weight:600', escaped(value))
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 18px"><tr><td bgcolor="${GROUND}" style="padding:12px 16px;border-left:4px solid ${accent};color:${INK}">${tag('div', '', escaped(label))}${big}${small}</td></tr></table>`
}

function dataTable(columns: readonly Column[], rows: readonly TableRow[]): string {
  const head = columns.map(({ title, align }) =>
    cellHtml('th', escaped(title), align, `color:${QUIET};font-weight:400`),
  )
  const lines = rows.map(({ kind, cells }) => {
    const strong = kind === 'line' ? '' : `;font-weight:600;border-top:1px solid ${INK}`
    return `<tr>${cells.map((cell, at) => cellHtml('td', cellText(cell), columns[at]?.align ?? 'start', strong)).join('')}</tr>`
  })
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 18px;font-size:14px"><thead><tr>${head.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}

function cellHtml(name: 'th' | 'td', inside: string, align: Column['align'], style: string): string {
  const side = align === 'end' ? 'right' : 'left'
  const scope = name === 'th' ? ' scope="col"' : ''
  return `<${name}${scope} align="${side}" valign="top" style="padding:6px 4px;border-bottom:1px solid ${LINE};text-align:${side};${style}">${inside}</${name}>`
}

function cellText({ text, under = [] }: Cell): string {
  const small = under.map((line) => `<br><span style="font-size:12px;color:${QUIET}">${escaped(line)}</span>`)
  return escaped(text) + small.join('')
}

function factTable(facts: readonly Fact[], style: string): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td valign="top" style="padding:2px 16px 2px 0;color:${QUIET};white-space:nowrap">${escaped(label)}</td><td valign="top" style="padding:2px 0">${escaped(value)}</td></tr>`,
  )
  return `<table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px;${style}">${rows.join('')}</table>`
}

function footHtml(columns: Letter['head']['foot'], accent: string): string {
  const lines = columns.map((column) => column.map(escaped).join(' · ')).join('<br>')
  return tag(
    'p',
    `margin:28px 0 0;padding-top:10px;border-top:2px solid ${accent};font-size:12px;color:${QUIET}`,
    lines,
  )
}

function tag(name: string, style: string, inside: string): string {
  return `<${name}${style === '' ? '' : ` style="${style}"`}>${inside}</${name}>`
}

/** Only a colour may stand in a style; anything else is ours. */
function colourOf(accent = ACCENT): string {
  return /^#[0-9a-f]{6}$/i.test(accent) ? accent : ACCENT
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark)
}

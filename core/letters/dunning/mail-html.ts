// The HTML of a mail: one column of 600 pixels in tables that a telephone shows whole, styles at each element, readable without
// pictures. The one style sheet is for the dark; programs that know none show the mail as on paper.

import type { Block, Column, Fact, Letter, TableRow } from '../letter.ts'

const INK = '#1b2330'
const QUIET = '#4c5666'
const LINE = '#d3d6db'
const GROUND = '#f5f6f7'
const ACCENT = '#0d5560'
// The same by night: a program that darkens mails takes these for the colours above.
const NIGHT = { ink: '#e7eaee', quiet: '#aeb6c1', line: '#3d4651', ground: '#232a33', paper: '#161b21' }
const DARK = [
  `body{background:${NIGHT.paper}!important}`,
  `[style*="color:${INK}"]{color:${NIGHT.ink}!important}`,
  `[style*="color:${QUIET}"]{color:${NIGHT.quiet}!important}`,
  `[style*="solid ${LINE}"]{border-bottom-color:${NIGHT.line}!important}`,
  `[style*="solid ${INK}"]{border-top-color:${NIGHT.ink}!important}`,
  `[bgcolor="${GROUND}"]{background:${NIGHT.ground}!important}`,
].join('')
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
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
<style>@media (prefers-color-scheme:dark){${DARK}}</style>
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

// What it is and its last figure stand side by side, what lies between below the first: six columns fit no telephone.
function dataTable(columns: readonly Column[], rows: readonly TableRow[]): string {
  const titles = columns.map(({ title }) => title)
  const [first, last] = [titles.at(0), titles.at(-1)].map((title = '') => escaped(title))
  const quiet = `color:${QUIET};font-weight:400;`
  const head = `<tr>${cellHtml('th', first ?? '', 'left', quiet)}${cellHtml('th', last ?? '', 'right', quiet)}</tr>`
  const lines = rows.map((row) => rowHtml(row, titles)).join('')
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 18px;font-size:15px"><thead>${head}</thead><tbody>${lines}</tbody></table>`
}

function rowHtml({ kind, cells: [first, ...others] }: TableRow, [, ...titles]: readonly string[]): string {
  const last = others.at(-1)
  const between = others.slice(0, -1).map(({ text }, at) => (text === '' ? '' : `${titles[at] ?? ''}\u00a0${text}`))
  const under = [...(first?.under ?? []), between.filter((text) => text !== '').join(' · ')].filter(
    (line) => line !== '',
  )
  const strong = kind === 'line' ? '' : `font-weight:600;border-top:1px solid ${INK};`
  const name = cellHtml('td', cellText(first?.text ?? '', under), 'left', strong)
  return `<tr>${name}${cellHtml('td', escaped(last?.text ?? ''), 'right', `${strong}white-space:nowrap;`)}</tr>`
}

function cellHtml(name: 'th' | 'td', inside: string, side: 'left' | 'right', style: string): string {
  const scope = name === 'th' ? ' scope="col"' : ''
  return `<${name}${scope} align="${side}" valign="top" style="padding:7px ${side === 'left' ? '12px 7px 0' : '0 7px 12px'};${style}border-bottom:1px solid ${LINE};text-align:${side}">${inside}</${name}>`
}

function cellText(text: string, under: readonly string[]): string {
  const small = under.map(
    (line) => `<br><span style="font-size:13px;font-weight:400;color:${QUIET}">${escaped(line)}</span>`,
  )
  return escaped(text) + small.join('')
}

// An IBAN or an address in one piece would be wider than a small telephone.
function factTable(facts: readonly Fact[], style: string): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td valign="top" style="padding:2px 16px 2px 0;color:${QUIET};white-space:nowrap">${escaped(label)}</td><td valign="top" style="padding:2px 0;overflow-wrap:anywhere">${escaped(value.replaceAll('\u00a0', ' '))}</td></tr>`,
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

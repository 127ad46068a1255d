// A QR code as an SVG picture: one path of dark runs on a white ground, with the quiet zone of four modules that
// readers need (ISO/IEC 18004).

import { create } from 'qrcode'

const QUIET = 4

/** Level M as EPC069-12 asks. Throws where the text needs a larger code than `versionMax`. */
export function qrPicture(text: string, versionMax = 13): string {
  const { modules, version } = create(text, { errorCorrectionLevel: 'M' })
  if (version > versionMax) throw new RangeError(`a QR code of version ${version}, at most ${versionMax} allowed`)
  const side = modules.size + 2 * QUIET
  const path = runsOf(modules.data, modules.size).map(
    ({ x, y, length }) => `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path fill="#000" d="${path.join('')}"/></svg>`,
  ].join('')
}

type Run = { readonly x: number; readonly y: number; readonly length: number }

/** Dark modules that touch in a row, as one. */
function runsOf(data: ArrayLike<number>, size: number): Run[] {
  const runs: Run[] = []
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x
      while (x < size && data[y * size + x] === 1) x += 1
      if (x > start) runs.push({ x: start, y, length: x - start })
    }
  }
  return runs
}

// The files embedded in a PDF: those of the name tree EmbeddedFiles and of the array AF (associated files), where
// PDF/A-3 wants them. Both may be there, or one. A file of the tree that AF names too comes once.

import {
  type PDFDocument,
  type PDFObject,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from 'pdf-lib'

export type Attachment = {
  readonly name: string
  /** The content; undefined where it is broken or longer than the limit. */
  readonly content: (bytesMax: number) => Uint8Array | undefined
}

export function attachmentsOf(document: PDFDocument): Attachment[] {
  const specifications = new Set([...inNameTree(document), ...inAssociatedFiles(document)])
  return [...specifications].flatMap(readSpecification)
}

function inNameTree(document: PDFDocument): PDFDict[] {
  const names = look(document.catalog, 'Names')
  return names instanceof PDFDict ? inTree(look(names, 'EmbeddedFiles')) : []
}

// A node has Kids, or Names as alternating name and file specification. Each node counts once: a tree that leads back
// into itself must not go on for ever.
function inTree(root: PDFObject | undefined): PDFDict[] {
  const nodes = new Set<PDFDict>(root instanceof PDFDict ? [root] : [])
  for (const node of nodes) {
    for (const kid of items(look(node, 'Kids'))) if (kid instanceof PDFDict) nodes.add(kid)
  }
  return [...nodes].flatMap((node) => items(look(node, 'Names')).filter((item) => item instanceof PDFDict))
}

function inAssociatedFiles(document: PDFDocument): PDFDict[] {
  return items(look(document.catalog, 'AF')).filter((item) => item instanceof PDFDict)
}

function readSpecification(specification: PDFDict): Attachment[] {
  const files = look(specification, 'EF')
  if (!(files instanceof PDFDict)) return []
  const stream = look(files, 'UF') ?? look(files, 'F')
  const name = textOf(look(specification, 'UF')) ?? textOf(look(specification, 'F'))
  if (name === undefined || !(stream instanceof PDFRawStream)) return []
  return [{ name, content: (bytesMax) => contentOf(stream, bytesMax) }]
}

// Reads at most one byte more than allowed, so that a small file cannot swell without end.
function contentOf(stream: PDFRawStream, bytesMax: number): Uint8Array | undefined {
  try {
    const bytes = decodePDFRawStream(stream).getBytes(bytesMax + 1)
    return bytes.length > bytesMax ? undefined : Uint8Array.from(bytes)
  } catch {
    return undefined // a filter we do not know, or broken data
  }
}

function look(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.lookup(PDFName.of(key))
}

function items(of: PDFObject | undefined): PDFObject[] {
  if (!(of instanceof PDFArray)) return []
  return Array.from({ length: of.size() }, (_unused, index) => of.lookup(index)).filter((item) => item !== undefined)
}

function textOf(of: PDFObject | undefined): string | undefined {
  return of instanceof PDFString || of instanceof PDFHexString ? of.decodeText() : undefined
}

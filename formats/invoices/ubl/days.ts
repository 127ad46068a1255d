/** xsd:date may carry a time zone; a day of an invoice does not move with it. */
export function dayOf(text: string): string {
  return text.slice(0, 10)
}

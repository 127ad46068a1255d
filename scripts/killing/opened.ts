/** What was opened, to be closed in the opposite order. */
export type Opened = (() => Promise<unknown>)[]

/** Opens a house of several parts; they are closed also where the rest does not open. */
export async function openParts<Parts extends object>(
  open: (opened: Opened) => Promise<Parts>,
): Promise<Parts & { readonly close: () => Promise<void> }> {
  const opened: Opened = []
  const close = async (): Promise<void> => {
    for (const one of opened.toReversed()) await one()
  }
  try {
    return { ...(await open(opened)), close }
  } catch (error) {
    await close()
    throw error
  }
}

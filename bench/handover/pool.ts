/** Works on all items, so many at the same time. */
export async function inPool<Item>(
  atOnce: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next
      next += 1
      await work(items[index] as Item, index) // below the length
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

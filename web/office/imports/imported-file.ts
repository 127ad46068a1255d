/** A file that was handed in, and what became of it. */
export type ImportedFile = { readonly id: string; readonly name: string } & (
  | { readonly state: 'waiting' | 'reading' }
  | {
      readonly state: 'accepted'
      readonly invoiceId?: string | undefined
      readonly number: string
      readonly debtorName: string
      readonly dueFromTerms: boolean
    }
  | { readonly state: 'already_there'; readonly invoiceId?: string | undefined }
  | { readonly state: 'refused'; readonly refusals: readonly ToldRefusal[] }
  /** A table while its rows are worked, and after it. */
  | {
      readonly state: 'table'
      readonly running: boolean
      readonly worked: number
      readonly total: number
      readonly accepted: number
      readonly alreadyThere: number
      readonly refused: readonly RefusedRow[]
      readonly refusedCount: number
    }
)

/** What is wrong, where, and how to mend it. */
export type ToldRefusal = { readonly title: string; readonly detail: string; readonly place?: string | undefined }

export type RefusedRow = { readonly row: number; readonly name: string; readonly refusals: readonly ToldRefusal[] }

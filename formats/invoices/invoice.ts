// One model for every syntax of e-invoice, as the document says it: amounts stay decimal text, days stay ISO text
// and nothing is filled in that the document lacks. The BT numbers are those of EN 16931. What a claim needs of it
// is made in claim.ts.

export type ReadAddress = {
  readonly street?: string
  /** Further lines of the address, joined by a comma. */
  readonly extra?: string
  readonly postCode?: string
  readonly city?: string
  /** As written: an ISO 3166-1 code in EN 16931, a name in some old documents. */
  readonly country?: string
}

export type ReadParty = {
  /** The legal name (BT-27, BT-44), else the trading name. */
  readonly name?: string
  readonly tradingName?: string
  readonly contactPerson?: string
  /** What one side calls the other: for a buyer the customer number (BT-46), for a seller its supplier number. */
  readonly identifier?: string
  readonly vatId?: string
  readonly taxNumber?: string
  /** Entry in a register of companies (BT-30, BT-47). */
  readonly legalId?: string
  readonly email?: string
  readonly phone?: string
  readonly address?: ReadAddress
}

export type ReadPeriod = { readonly from?: string; readonly to?: string }

export type ReadLine = {
  readonly text?: string
  readonly description?: string
  readonly quantity?: string
  readonly unit?: string
  /** Net amount of the line (BT-131). */
  readonly amount?: string
  readonly taxRate?: string
  readonly period?: ReadPeriod
}

export type ReadTax = {
  readonly category?: string
  /** Percent as decimal text. */
  readonly rate?: string
  readonly base?: string
  readonly amount?: string
}

/** A cash discount in days from the invoice date, as XRechnung writes it into the terms (BT-20). */
export type ReadSkonto = { readonly days: number; readonly percent: string; readonly base?: string }

/** A cash discount with a last day or a number of days, as other syntaxes write it in elements of its own. */
export type ReadDiscount = {
  readonly date?: string
  readonly days?: string
  readonly percent?: string
  readonly base?: string
}

export type ReadInvoice = {
  /** "UBL Invoice", "UBL CreditNote", "CII", "ZUGFeRD 1 CII", "ebInterface 6p1" */
  readonly syntax: string
  /** Specification identifier (BT-24). */
  readonly profile?: string
  readonly number: string
  /** UNTDID 1001 (BT-3). */
  readonly typeCode?: string
  /** The kind of document in words, where the syntax has words instead of codes. */
  readonly documentType?: string
  /** Whether amounts are owed by the seller: a credit note writes them without a minus. */
  readonly credit: boolean
  readonly issueDate: string
  readonly dueDate?: string
  readonly currency?: string
  readonly seller: ReadParty
  readonly buyer: ReadParty
  readonly payee?: string
  readonly buyerReference?: string
  readonly orderReference?: string
  readonly precedingInvoices: readonly string[]
  readonly netTotal?: string
  readonly taxTotals: readonly { readonly amount: string; readonly currency?: string }[]
  readonly taxes: readonly ReadTax[]
  readonly grossTotal?: string
  readonly prepaid?: string
  readonly rounding?: string
  /** The amount due (BT-115): may be zero or negative. */
  readonly payable?: string
  readonly paymentMeans: readonly string[]
  readonly ibans: readonly string[]
  readonly bics: readonly string[]
  readonly debtorIbans: readonly string[]
  readonly mandate?: string
  readonly remittanceIds: readonly string[]
  readonly paymentTerms: readonly string[]
  readonly skonto: readonly ReadSkonto[]
  readonly discounts: readonly ReadDiscount[]
  readonly serviceDate?: string
  readonly servicePeriod?: ReadPeriod
  readonly lines: readonly ReadLine[]
  /** Names of the documents enclosed in the file (BT-125). */
  readonly attachments: readonly string[]
  /** Addresses of documents that lie elsewhere (BT-124). */
  readonly linkedDocuments: readonly string[]
  readonly notes: readonly string[]
}

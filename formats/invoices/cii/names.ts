// UN/CEFACT's cross-industry documents keep their structure and change the names of their containers between
// versions. A version is this table.

export type CiiNames = {
  readonly syntax: string
  readonly context: string
  readonly document: string
  readonly transaction: string
  readonly agreement: string
  readonly delivery: string
  readonly settlement: string
  readonly sums: string
  readonly taxRate: string
  readonly line: {
    readonly delivery: string
    readonly settlement: string
    readonly sums: string
  }
}

/** CII D16B and later: EN 16931, XRechnung, Factur-X, ZUGFeRD 2. */
export const CII_NAMES: CiiNames = {
  syntax: 'CII',
  context: 'ExchangedDocumentContext',
  document: 'ExchangedDocument',
  transaction: 'SupplyChainTradeTransaction',
  agreement: 'ApplicableHeaderTradeAgreement',
  delivery: 'ApplicableHeaderTradeDelivery',
  settlement: 'ApplicableHeaderTradeSettlement',
  sums: 'SpecifiedTradeSettlementHeaderMonetarySummation',
  taxRate: 'RateApplicablePercent',
  line: {
    delivery: 'SpecifiedLineTradeDelivery',
    settlement: 'SpecifiedLineTradeSettlement',
    sums: 'SpecifiedTradeSettlementLineMonetarySummation',
  },
}

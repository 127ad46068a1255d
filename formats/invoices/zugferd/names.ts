// The container names of ZUGFeRD 1.

import { type CiiNames } from '../cii/names.ts'

export const ZUGFERD_1_NAMES: CiiNames = {
  syntax: 'ZUGFeRD 1 CII',
  context: 'SpecifiedExchangedDocumentContext',
  document: 'HeaderExchangedDocument',
  transaction: 'SpecifiedSupplyChainTradeTransaction',
  agreement: 'ApplicableSupplyChainTradeAgreement',
  delivery: 'ApplicableSupplyChainTradeDelivery',
  settlement: 'ApplicableSupplyChainTradeSettlement',
  sums: 'SpecifiedTradeSettlementMonetarySummation',
  taxRate: 'ApplicablePercent',
  line: {
    delivery: 'SpecifiedSupplyChainTradeDelivery',
    settlement: 'SpecifiedSupplyChainTradeSettlement',
    sums: 'SpecifiedTradeSettlementMonetarySummation',
  },
}

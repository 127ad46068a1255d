// Accounts are typed names. A transfer moves a positive amount from one account (credit) to another (debit), so the
// books balance by construction. What a debtor owes is one account per invoice and component.

/** The parts of what a debtor owes, in the order in which lists show them. */
export const COMPONENTS = ['principal', 'charges', 'interest', 'costs'] as const

/**
 * principal: the invoice; charges: dunning fees, bank charges and flat compensation of the creditor; interest: late
 * interest; costs: what a partner demands for its work.
 */
export type Component = (typeof COMPONENTS)[number]

export type Account =
  /** Owed by the debtor of an invoice. */
  | { readonly kind: 'debtor'; readonly component: Component; readonly invoiceId: string }
  /** Money of the debtor beyond what was owed; to be returned or allocated. */
  | { readonly kind: 'overpaid'; readonly invoiceId: string }
  /** Money that arrived at the creditor: bank account, cash book, card. */
  | { readonly kind: 'bank' }
  | { readonly kind: 'cash' }
  | { readonly kind: 'card' }
  /** The creditor's money in a partner's hands. */
  | { readonly kind: 'held_by_partner'; readonly connectionId: string }
  /** What a partner claims from debtors for itself through the creditor's claim. */
  | { readonly kind: 'partner_costs'; readonly connectionId: string }
  /** Costs that the creditor laid out for the debtor. */
  | { readonly kind: 'advanced'; readonly connectionId: string }
  | { readonly kind: 'owed_to_partner'; readonly connectionId: string }
  | { readonly kind: 'revenue' }
  /** What the creditor charged for being paid late: fees of its letters, interest it demanded. */
  | { readonly kind: 'charged' }
  | { readonly kind: 'write_off' }
  /** Written-off claims that a partner tries once more, until they are paid or given up again. */
  | { readonly kind: 'attempted' }
  /** What came in on claims that were written off. */
  | { readonly kind: 'recovered' }
  | { readonly kind: 'waived' }

/** The name under which an account is kept: kind, component and subject joined by colons. */
export function accountName(account: Account): string {
  switch (account.kind) {
    case 'debtor':
      return `debtor:${account.component}:${account.invoiceId}`
    case 'overpaid':
      return `overpaid:${account.invoiceId}`
    case 'held_by_partner':
    case 'partner_costs':
    case 'advanced':
    case 'owed_to_partner':
      return `${account.kind}:${account.connectionId}`
    default:
      return account.kind
  }
}

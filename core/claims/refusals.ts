// Why a command on a claim is refused, in the order in which the reasons win.

export type ClaimRefusal =
  | 'invoice_cancelled'
  | 'invoice_written_off'
  | 'invoice_not_written_off'
  | 'invoice_paid'
  | 'invoice_in_collection'
  | 'invoice_has_payments' // paid
  | 'charges_not_open' // open
  | 'marker_until_past' // until
  | 'marker_unchanged'
  | 'nothing_to_undo'

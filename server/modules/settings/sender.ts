// The creditor as letters name it.

import type { Sender } from '@mahnwerk/core/letters'
import type { TenantSettings } from './tenant.ts'

export function senderOf(tenant: TenantSettings): Sender {
  const { name, legalName, street, extra, postCode, city, country, phone, email, website, vatId } = tenant
  const { iban, bic, accountHolder } = tenant
  return {
    name,
    legalName,
    address: { street, ...(extra === null ? {} : { extra }), postCode, city, country },
    ...(phone === null ? {} : { phone }),
    ...(email === null ? {} : { email }),
    ...(website === null ? {} : { website }),
    ...(vatId === null ? {} : { vatId }),
    ...(iban === null
      ? {}
      : { account: { holder: accountHolder ?? legalName, iban, ...(bic === null ? {} : { bic }) } }),
  }
}

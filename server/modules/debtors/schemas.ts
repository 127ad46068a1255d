import { z } from 'zod'

export const debtorNameSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('consumer'), first: z.string().max(200), last: z.string().min(1).max(200) }),
    z.object({
      kind: z.literal('business'),
      company: z.string().min(1).max(300),
      contactPerson: z.string().max(200).optional(),
    }),
  ])
  .meta({ id: 'DebtorName' })

/** Parts may be empty as long as nothing is handed over. */
export const postalAddressSchema = z
  .object({
    street: z.string().max(300),
    extra: z.string().max(300).optional(),
    postCode: z.string().max(20),
    city: z.string().max(200),
    country: z.string().regex(/^([A-Z]{2})?$/),
  })
  .meta({ id: 'PostalAddress', description: 'Country: ISO 3166-1 alpha-2. Parts that nobody told yet are empty.' })

export const debtorSchema = z
  .object({
    id: z.uuid(),
    practiceId: z.uuid(),
    number: z.string().optional(),
    name: debtorNameSchema,
    listName: z.string(),
    address: postalAddressSchema,
    email: z.string().optional(),
    phone: z.string().optional(),
    birthDate: z.iso.date().optional(),
    version: z.int(),
  })
  .meta({ id: 'Debtor' })

export const debtorCorrectionSchema = z
  .object({
    version: z.int().min(1),
    street: z.string().max(300).optional(),
    extra: z.string().max(300).optional(),
    postCode: z.string().max(20).optional(),
    city: z.string().max(200).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    email: z.union([z.email(), z.literal('')]).optional(),
    phone: z.string().max(50).optional(),
    birthDate: z.union([z.iso.date(), z.literal('')]).optional(),
  })
  .meta({ id: 'DebtorCorrection', description: 'Fields left out stay; an empty text takes a field away.' })

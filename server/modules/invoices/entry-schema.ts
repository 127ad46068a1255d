import { z } from 'zod'
import { debtorNameSchema, postalAddressSchema } from '../debtors/index.ts'

export const newInvoiceSchema = z
  .object({
    practiceId: z.uuid().optional().describe('May be left out where there is only one practice'),
    debtor: z.object({
      number: z.string().trim().max(100).optional(),
      name: debtorNameSchema,
      address: postalAddressSchema,
      email: z.union([z.email(), z.literal('')]).optional(),
      phone: z.string().trim().max(50).optional(),
      birthDate: z.iso.date().optional(),
    }),
    number: z.string().trim().min(1).max(100),
    invoiceDate: z.iso.date(),
    dueDate: z.iso.date().optional().describe('Left out: by the terms of payment in the settings'),
    serviceDate: z.iso.date().optional(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amount: z.int().min(-1e15).max(1e15).describe('What is payable, in minor units'),
    subject: z.string().trim().max(300).default(''),
    dunned: z
      .object({ level: z.int().min(0), lastNoticeOn: z.iso.date().optional() })
      .optional()
      .describe('Notices sent before'),
  })
  .meta({ id: 'NewInvoice' })

// The two invented creditors of the demo: a physiotherapy practice with two locations, and a trade company.

import type { NewTenant } from '../../auth/index.ts'
import type { Trade } from './generate.ts'
import { PRACTICE_USERS, TRADE_USERS } from './logins.ts'

export type DemoCreditor = {
  readonly tenantId: string
  readonly tenant: Omit<NewTenant, 'tenantId' | 'owner' | 'demo'>
  readonly users: typeof PRACTICE_USERS
  readonly trade: Trade
  readonly seed: number
  readonly invoices: number
  /** Claims handed over in each of the rounds of the past. */
  readonly handedOver: number
}

export const PRACTICE: DemoCreditor = {
  tenantId: '01900000-0000-7000-8000-000000000001',
  tenant: {
    name: 'Physiotherapie am Stadtpark',
    legalName: 'Physiotherapie am Stadtpark, Inhaberin Anna Berger',
    street: 'Stadtparkweg 7',
    postCode: '86150',
    city: 'Augsburg',
    country: 'DE',
    email: 'praxis@praxis.example',
    phone: '+49 30 23125 100',
    // The IBAN registry's own example for Germany.
    iban: 'DE89370400440532013000',
    accountHolder: 'Anna Berger',
    // § 4 Nr. 14 UStG: treatments are exempt, so no input tax is deducted.
    deductsInputTax: false,
    healthProfession: true,
    paymentTermDays: 14,
    practices: [
      { name: 'Stadtpark', street: 'Stadtparkweg 7', postCode: '86150', city: 'Augsburg' },
      { name: 'Hochfeld', street: 'Hochfeldstraße 41', postCode: '86159', city: 'Augsburg' },
    ],
  },
  users: PRACTICE_USERS,
  trade: {
    seller: 'physiotherapie am stadtpark',
    prefix: 'RE',
    subjects: [
      'Krankengymnastik, 6 Behandlungen',
      'Manuelle Therapie, 6 Behandlungen',
      'Lymphdrainage, 4 Behandlungen',
      'Eigenanteil Rezept',
      'Ausfallhonorar',
    ],
    amountMin: 4800,
    amountMax: 38_000,
    percentBusiness: 2,
    termDays: 14,
    practices: 2,
  },
  seed: 41,
  invoices: 240,
  handedOver: 3,
}

export const TRADE: DemoCreditor = {
  tenantId: '01900000-0000-7000-8000-000000000002',
  tenant: {
    name: 'Lindner Haustechnik',
    legalName: 'Lindner Haustechnik GmbH',
    street: 'Industriestraße 18',
    postCode: '89073',
    city: 'Ulm',
    country: 'DE',
    email: 'buchhaltung@haustechnik.example',
    phone: '+49 30 23125 200',
    iban: 'DE89370400440532013000',
    accountHolder: 'Lindner Haustechnik GmbH',
    deductsInputTax: true,
    paymentTermDays: 14,
    practices: [{ name: 'Ulm', street: 'Industriestraße 18', postCode: '89073', city: 'Ulm' }],
  },
  users: TRADE_USERS,
  trade: {
    seller: 'lindner haustechnik gmbh',
    prefix: 'LH',
    subjects: [
      'Wartung Heizungsanlage',
      'Austausch Umwälzpumpe',
      'Reparatur Warmwasserspeicher',
      'Einbau Wallbox',
      'Sanierung Bad, Abschlagsrechnung',
    ],
    amountMin: 9000,
    amountMax: 480_000,
    percentBusiness: 55,
    termDays: 14,
    practices: 1,
  },
  seed: 42,
  invoices: 135,
  handedOver: 2,
}

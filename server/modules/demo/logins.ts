// Who can sign in to the demo. All persons and companies are invented.

import type { TenantRole } from '../../auth/index.ts'

type DemoUser = {
  readonly name: string
  readonly email: string
  readonly role: TenantRole
  readonly title: string
  readonly onlyPractice?: number
}

export const DEMO_PASSWORD = 'Mahnwerk-Demo-2026'

export const PRACTICE_USERS: readonly DemoUser[] = [
  {
    name: 'Anna Berger',
    email: 'anna.berger@praxis.example',
    role: 'owner',
    title: 'Inhaberin, Physiotherapie am Stadtpark',
  },
  {
    name: 'Jana Roth',
    email: 'jana.roth@praxis.example',
    role: 'front_desk',
    title: 'Anmeldung, nur Standort Hochfeld',
    onlyPractice: 1,
  },
  {
    name: 'Dr. Paul Winter',
    email: 'paul.winter@steuer.example',
    role: 'tax_adviser',
    title: 'Steuerberater der Praxis',
  },
]

export const TRADE_USERS: readonly DemoUser[] = [
  {
    name: 'Markus Lindner',
    email: 'markus.lindner@haustechnik.example',
    role: 'owner',
    title: 'Inhaber, Lindner Haustechnik',
  },
  { name: 'Sabine Krüger', email: 'sabine.krueger@haustechnik.example', role: 'accountant', title: 'Buchhaltung' },
]

/** As the console shows them at the start. */
export const DEMO_LOGINS = [...PRACTICE_USERS, ...TRADE_USERS].map(({ email, title }) => ({
  email,
  password: DEMO_PASSWORD,
  role: title,
}))

// Examples rest on law that was partly only recalled: they are run with that allowed.

import { SWITZERLAND } from '@mahnwerk/core/countries/ch'

export function trusting(choices: Readonly<Record<string, string>> = {}): typeof SWITZERLAND.settings {
  return {
    ...SWITZERLAND.settings,
    trust: { lowConfidence: true, provisional: false },
    choices: { ...SWITZERLAND.settings.choices, ...choices },
  }
}

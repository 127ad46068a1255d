// What the fields of a calculator share: the country, what is given, and how a field changes it.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Country } from '@mahnwerk/core/countries'
import { type ReactNode, createContext, useContext, useMemo } from 'react'
import { type Given, withGiven } from './given.ts'

export type Form = {
  readonly country: Country
  readonly today: LocalDate
  readonly given: Given
  readonly generation: number
  /** One field changed. */
  readonly set: (name: string, values: readonly string[]) => void
  /** All was given anew: an example, nothing. */
  readonly replace: (given: Given) => void
}

type Props = Omit<Form, 'set'> & { readonly change: (given: Given) => void; readonly children: ReactNode }

const Context = createContext<Form | undefined>(undefined)

export function FormProvider({ country, today, given, generation, change, replace, children }: Props) {
  const form = useMemo<Form>(
    () => ({
      country,
      today,
      given,
      generation,
      replace,
      set: (name, values) => change(withGiven(given, name, values)),
    }),
    [country, today, given, generation, change, replace],
  )
  return <Context value={form}>{children}</Context>
}

export function useForm(): Form {
  const form = useContext(Context)
  if (form === undefined) throw new Error('useForm outside of FormProvider')
  return form
}

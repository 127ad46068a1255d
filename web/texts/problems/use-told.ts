import { useEffect, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { type Told, tell } from './problem.ts'

/** A failure in the reader's words; undefined while there is none. */
export function useTold(error: unknown): Told | undefined {
  const { language } = useTexts()
  const [told, setTold] = useState<Told>()
  useEffect(() => {
    let current = true
    if (error === undefined || error === null) setTold(undefined)
    else void tell(error, language).then((words) => current && setTold(words))
    return () => {
      current = false
    }
  }, [error, language])
  return told
}

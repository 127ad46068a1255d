import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useForm } from './form-context.tsx'
import styles from './form.module.css'

type Props = {
  readonly title: string
  /** What lies inside, while it is closed. */
  readonly hint: string
  /** Names of the fields inside: with one of them given, the part stands open. */
  readonly names: readonly string[]
  readonly children: ReactNode
}

/** What most people need not answer. */
export function More({ title, hint, names, children }: Props) {
  const { given, generation } = useForm()
  return (
    <details key={generation} className={styles.more} open={names.some((name) => name in given)}>
      <summary>
        <IconChevronRight aria-hidden />
        <span>
          {title} <small>{hint}</small>
        </span>
      </summary>
      <div>{children}</div>
    </details>
  )
}

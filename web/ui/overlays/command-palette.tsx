// One field that finds pages, actions and, through the area's search, records. Arrow keys move, Enter opens, Escape closes.

import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { useText } from '../../texts/index.ts'
import styles from './command-palette.module.css'

export type Command = {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly group: string
  readonly icon?: ReactNode
  /** Words that also find it. */
  readonly words?: string
  readonly run: () => void
}

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly commands: readonly Command[]
  /** Finds records; called with at least two characters, a little after the last key. */
  readonly search?: ((query: string, signal: AbortSignal) => Promise<readonly Command[]>) | undefined
}

const SEARCH_AFTER_MS = 160

const LOOK = { overlay: styles.veil ?? '', content: styles.content ?? '' }

export function CommandPalette({ open, onClose, commands, search }: Props) {
  const text = useText()
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={620}
      yOffset="12vh"
      transitionProps={{ duration: 100 }}
      classNames={LOOK}
    >
      <Modal.Overlay backgroundOpacity={1} />
      <Modal.Content radius="lg" aria-label={text('ui.search.label')}>
        <Finder onClose={onClose} commands={commands} search={search} />
      </Modal.Content>
    </Modal.Root>
  )
}

function Finder({ onClose, commands, search }: Omit<Props, 'open'>) {
  const text = useText()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const { found, searching, failed } = useFound(query, search)
  const shown = useMemo(
    () => [...found, ...commands.filter((command) => matches(command, query))].slice(0, 40),
    [found, commands, query],
  )
  const current = shown[Math.min(at, shown.length - 1)]
  useEffect(() => setAt(0), [query])
  useEffect(() => {
    if (current !== undefined) document.getElementById(`${listId}-${current.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [current, listId])
  const run = (command: Command | undefined): void => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') run(current)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    setAt((from) => (Math.min(from, shown.length - 1) + step + shown.length) % Math.max(shown.length, 1))
  }
  return (
    <>
      <div className={styles.field}>
        <IconSearch aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
          aria-label={text('ui.search.label')}
          placeholder={text('ui.search.placeholder')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={key}
        />
        <kbd>Esc</kbd>
      </div>
      <Found id={listId} shown={shown} current={current} onPoint={setAt} onRun={run} />
      <p className={styles.status} role="status">
        {failed
          ? text('ui.search.failed')
          : searching
            ? text('ui.search.searching')
            : shown.length === 0
              ? text('ui.search.nothing', { query })
              : text.count('ui.search.found', shown.length)}
      </p>
    </>
  )
}

type FoundProps = {
  readonly id: string
  readonly shown: readonly Command[]
  readonly current: Command | undefined
  readonly onPoint: (at: number) => void
  readonly onRun: (command: Command) => void
}

function Found({ id, shown, current, onPoint, onRun }: FoundProps) {
  const text = useText()
  return (
    <ul className={styles.list} id={id} role="listbox" aria-label={text('ui.search.results')}>
      {shown.map((command, index) => (
        <li
          key={command.id}
          id={`${id}-${command.id}`}
          role="option"
          aria-selected={command === current}
          onPointerMove={() => onPoint(index)}
          onClick={() => onRun(command)}
        >
          {command.icon}
          <span className={styles.words}>
            {command.label}
            {command.note === undefined ? null : <small>{command.note}</small>}
          </span>
          <span className={styles.group}>{command.group}</span>
        </li>
      ))}
    </ul>
  )
}

function useFound(
  query: string,
  search: Props['search'],
): { found: readonly Command[]; searching: boolean; failed: boolean } {
  const [state, setState] = useState<{ found: readonly Command[]; searching: boolean; failed: boolean }>({
    found: [],
    searching: false,
    failed: false,
  })
  useEffect(() => {
    const words = query.trim()
    if (search === undefined || words.length < 2) {
      setState({ found: [], searching: false, failed: false })
      return
    }
    const stop = new AbortController()
    setState((before) => ({ ...before, searching: true, failed: false }))
    const timer = setTimeout(() => {
      search(words, stop.signal).then(
        (found) => !stop.signal.aborted && setState({ found, searching: false, failed: false }),
        () => !stop.signal.aborted && setState({ found: [], searching: false, failed: true }),
      )
    }, SEARCH_AFTER_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query, search])
  return state
}

function matches(command: Command, query: string): boolean {
  const haystack = `${command.label} ${command.note ?? ''} ${command.words ?? ''}`.toLocaleLowerCase()
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

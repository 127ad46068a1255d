import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useText } from '../../texts/index.ts'
import { Button } from './button.tsx'
import styles from './file-drop.module.css'

type Props = {
  readonly label: string
  readonly hint: string
  /** File name endings with dot. */
  readonly accept: readonly string[]
  readonly onFiles: (files: readonly File[]) => void
  readonly busy?: boolean
  /** In one line, above a list that matters more. */
  readonly slim?: boolean
}

/** Files by drag, by button or by keyboard; one or hundreds. Folders are opened and all that lies in them taken. */
export function FileDrop({ label, hint, accept, onFiles, busy = false, slim = false }: Props) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const id = useId()
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void filesOf(event.dataTransfer).then((files) => files.length > 0 && onFiles(files))
  }
  const chosen = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(files)
    if (input.current !== null) input.current.value = '' // so that the same file can be chosen again
  }
  return (
    <div
      className={[styles.drop, slim && styles.slim, over && styles.over].filter(Boolean).join(' ')}
      role="group"
      aria-labelledby={id}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload aria-hidden />
      <div>
        <p id={id} className={styles.label}>
          {over ? text('ui.dropHere') : label}
        </p>
        <p className="small muted">{hint}</p>
      </div>
      <Button kind={slim ? 'plain' : 'primary'} busy={busy} onClick={() => input.current?.click()}>
        {text('ui.chooseFiles')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={accept.join(',')}
        hidden
        onChange={(event) => chosen(event.target.files)}
      />
    </div>
  )
}

async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // Entries must be taken before the first await: afterwards the browser has emptied the list.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files]
  return (await Promise.all(entries.map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry instanceof FileSystemFileEntry)
    return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const reader = entry.createReader()
  const found: File[] = []
  // A directory is read in portions until an empty one comes.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) return found
    found.push(...(await Promise.all(portion.map(filesIn))).flat())
  }
}

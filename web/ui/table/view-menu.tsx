import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useText } from '../../texts/index.ts'
import { Button } from '../forms/button.tsx'
import { Flyout } from '../overlays/flyout.tsx'
import type { Column } from './columns.ts'
import type { Density, TableView } from './table-view.ts'
import styles from './view-menu.module.css'

type Props<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly view: TableView
  readonly change: (view: TableView) => void
}

/** Density and columns of a list. */
export function ViewMenu<Row>({ columns, view, change }: Props<Row>) {
  const text = useText()
  const toggle = (id: string): void =>
    change({
      ...view,
      hidden: view.hidden.includes(id) ? view.hidden.filter((other) => other !== id) : [...view.hidden, id],
    })
  const density = (value: Density, label: string) => (
    <label>
      <input
        type="radio"
        name="density"
        checked={view.density === value}
        onChange={() => change({ ...view, density: value })}
      />
      {label}
    </label>
  )
  return (
    <span className={styles.wide}>
      <Flyout
        label={text('ui.table.view')}
        align="end"
        renderOpener={(opener) => (
          <Button kind="quiet" small icon={<IconAdjustmentsHorizontal aria-hidden />} {...opener}>
            {text('ui.table.view')}
          </Button>
        )}
      >
        {() => (
          <div className={styles.menu}>
            <fieldset>
              <legend>{text('ui.table.density')}</legend>
              {density('roomy', text('ui.table.roomy'))}
              {density('dense', text('ui.table.dense'))}
            </fieldset>
            <fieldset>
              <legend>{text('ui.table.columns')}</legend>
              {columns
                .filter((column) => column.fixed !== true)
                .map((column) => (
                  <label key={column.id}>
                    <input
                      type="checkbox"
                      checked={!view.hidden.includes(column.id)}
                      onChange={() => toggle(column.id)}
                    />
                    {column.head}
                  </label>
                ))}
            </fieldset>
          </div>
        )}
      </Flyout>
    </span>
  )
}

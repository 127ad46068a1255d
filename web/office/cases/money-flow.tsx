// Who paid whom, drawn; the same in words below, which is what screen readers get.

import { useFormat, useText } from '../../texts/index.ts'
import styles from './cases.module.css'
import type { MoneyFlowSums } from './case-view.ts'

type Props = { readonly sums: MoneyFlowSums; readonly partner: string; readonly debtor: string }

export function MoneyFlow({ sums, partner, debtor }: Props) {
  const text = useText()
  const { money } = useFormat()
  const { direct, toPartner, forCreditor, keptForCosts } = sums
  const came = toPartner.amount > 0
  return (
    <>
      <svg className={styles.flow} viewBox="0 0 400 138" aria-hidden="true">
        <defs>
          <marker
            id="flow-tip"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 10 5 0 10z" fill="var(--accent)" />
          </marker>
          <marker
            id="flow-tip-off"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 10 5 0 10z" fill="var(--line-strong)" />
          </marker>
        </defs>
        <Arrow d="M334 78 C 326 48 306 32 276 30" on={came} />
        <Arrow d="M126 30 C 96 32 76 48 68 78" on={forCreditor.amount > 0} dashed />
        <Arrow d="M268 104 H 132" on={direct.amount > 0} />
        <Place x={130} y={10} name={shorten(partner, 17)} away />
        <Place x={6} y={84} name={text('flow.you')} />
        <Place x={270} y={84} name={shorten(debtor, 16)} />
        <Sum x={326} y={42} side="start" on={came}>
          {money(toPartner)}
        </Sum>
        <Sum x={74} y={42} side="end" on={forCreditor.amount > 0}>
          {money(forCreditor)}
        </Sum>
        <Sum x={200} y={124} side="middle" on={direct.amount > 0}>
          {text('flow.directShort', { sum: money(direct) })}
        </Sum>
      </svg>
      <ul className={`small ${styles.words}`}>
        <li>{text('flow.direct', { debtor, sum: money(direct) })}</li>
        <li>{text('flow.toPartner', { debtor, partner, sum: money(toPartner) })}</li>
        {came ? <li>{text('flow.split', { costs: money(keptForCosts), you: money(forCreditor) })}</li> : null}
      </ul>
    </>
  )
}

function Arrow({ d, on, dashed = false }: { d: string; on: boolean; dashed?: boolean }) {
  return (
    <path
      d={d}
      fill="none"
      stroke={on ? 'var(--accent)' : 'var(--line-strong)'}
      strokeWidth="2"
      strokeDasharray={dashed && on ? '4 4' : undefined}
      markerEnd={on ? 'url(#flow-tip)' : 'url(#flow-tip-off)'}
    />
  )
}

function Place({ x, y, name, away = false }: { x: number; y: number; name: string; away?: boolean }) {
  const width = away ? 140 : 124
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height="40"
        rx="8"
        fill={away ? 'var(--away-soft)' : 'var(--sunken)'}
        stroke="var(--line-strong)"
      />
      <text x={x + width / 2} y={y + 24.5} textAnchor="middle" fill="var(--ink)" fontWeight="600">
        {name}
      </text>
    </>
  )
}

function Sum({
  x,
  y,
  side,
  on,
  children,
}: {
  x: number
  y: number
  side: 'start' | 'middle' | 'end'
  on: boolean
  children: string
}) {
  return (
    <text x={x} y={y} textAnchor={side} fill={on ? 'var(--ink)' : 'var(--ink-3)'}>
      {children}
    </text>
  )
}

function shorten(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1)}…`
}

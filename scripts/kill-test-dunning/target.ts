// Waits for the place where the server is to be killed.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '../killing/chance.ts'
import type { Phase } from './aims.ts'
import type { House } from './house.ts'
import type { Part } from './moment.ts'
import { type Progress, isWriting, progressOf, until } from './watch.ts'

const PATIENCE_MS = 90_000
const EARLY_MS = 60
/** About what a chunk of these sizes takes to write. */
const CHUNK_MS = 50

/** Resolves when it is there, with the place in words: what was aimed at, and how far the run was. */
export async function aimedAt(
  house: House,
  part: Part,
  phase: Exclude<Phase, 'pause' | 'stop' | 'print'>,
  chance: Chance,
): Promise<string> {
  const now = (): Promise<Progress> => progressOf(house, part.creditor, part.before)
  const share = (1 + chance.below(19)) / 20
  const hit = await reached[phase]({ house, part, now, share, ms: chance.below(1_000) / 1_000 })
  const { runs, running, notices, set, sent } = await now().catch(() => NOTHING)
  const at = runs === 0 ? 'no run' : `${running > 0 ? 'running' : 'run over'}, ${notices} written`
  return `${hit ? '' : 'too late for '}${phase} (${at}, ${set} set, ${sent} sent)`
}

const NOTHING: Progress = { runs: 0, running: 0, paused: 0, notices: 0, set: 0, sent: 0, unset: 0, unsent: 0 }

type Place = {
  readonly house: House
  readonly part: Part
  readonly now: () => Promise<Progress>
  /** Seeded, between 0 and 1. */
  readonly share: number
  readonly ms: number
}

const reached: Readonly<Record<Exclude<Phase, 'pause' | 'stop' | 'print'>, (place: Place) => Promise<boolean>>> = {
  async early({ ms }) {
    await sleep(ms * EARLY_MS)
    return true
  },
  async chunk({ house, now, ms }) {
    const over = async (): Promise<boolean> => isOver(await now())
    let writing = false
    await until(async () => (writing = await isWriting(house)) || (await over()), PATIENCE_MS, 1)
    await sleep(ms * CHUNK_MS)
    return writing
  },
  async between({ now }) {
    let progress = NOTHING
    await until(async () => (progress = await now()).notices > 0 || isOver(progress), PATIENCE_MS, 1)
    return progress.running > 0
  },
  async letters({ part, now, share }) {
    const wanted = Math.ceil(part.letters.length * share)
    let progress = NOTHING
    await until(async () => (progress = await now()).set >= wanted, PATIENCE_MS)
    return progress.unset > 0
  },
  async mails({ part, now, share }) {
    const wanted = Math.ceil(part.letters.filter(({ channel }) => channel !== 'letter').length * share * 0.5)
    let progress = NOTHING
    await until(async () => (progress = await now()).sent >= wanted, PATIENCE_MS)
    return progress.unsent > 0
  },
}

function isOver({ runs, running, paused }: Progress): boolean {
  return runs > 0 && running + paused === 0
}

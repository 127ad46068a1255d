import type { KillTest } from '../killing/run.ts'
import { type House, openHouse } from './house.ts'
import { playMoment } from './moment.ts'

export const KILL_TEST: KillTest<House> = { openHouse, playMoment }

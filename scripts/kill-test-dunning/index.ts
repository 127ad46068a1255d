import type { KillTest } from '../killing/run.ts'
import { type House, openHouse } from './house.ts'
import { playMoment } from './moment.ts'

export const DUNNING_KILL_TEST: KillTest<House> = { openHouse, playMoment }

// How a country asks and reads what its law leaves open: questions with their answers, the first of each being the default.

import type { LawSettings, OpenQuestion } from './country.ts'

type Questions = Readonly<Record<string, readonly [string, ...string[]]>>

export type Choices<Asked extends Questions> = {
  readonly open: readonly OpenQuestion[]
  /** The first answer of each: what LawSettings.choices holds where nobody chose. */
  readonly defaults: Readonly<Record<string, string>>
  /** The answer chosen, or the default. Throws on an answer that the question does not have: settings are checked where they are made. */
  readonly choice: <Key extends keyof Asked>(settings: LawSettings, key: Key) => Asked[Key][number]
}

/** The questions of one country; `country` is its code in lower case, as in the catalogue's keys. */
export function openQuestions<const Asked extends Questions>(country: string, questions: Asked): Choices<Asked> {
  const asked = Object.entries(questions)
  return {
    open: asked.map(([key, answers]) => ({ key, answers })),
    defaults: Object.fromEntries(asked.map(([key, [first]]) => [key, first])),
    choice: (settings, key) => {
      const answers = questions[key] as Asked[typeof key] & readonly string[] // asked by its own key: it is there
      const chosen = settings.choices[String(key)] ?? answers[0]
      const answer = answers.find((each) => each === chosen)
      if (answer === undefined) throw new RangeError(`no such answer to ${country}.${String(key)}: ${chosen}`)
      return answer
    },
  }
}

// Questions that a partner asks the creditor, each once.

import { isActive } from './case.ts'
import type { NewsBody } from './news.ts'
import { type Before, type NewsOutcome, changed, task } from './outcome.ts'

// Told again in another message it is one question; what was closed stays closed. Of a case that is over nobody takes an
// answer: the question is kept as closed, and a person looks.
export function questionOpened(before: Before, body: Extract<NewsBody, { type: 'question.opened' }>): NewsOutcome {
  if (before.knownQuestion) return changed(before, {})
  if (!isActive(before.case.processing)) {
    return changed(before, {}, [
      { kind: 'open_question', news: body },
      { kind: 'close_question', partnerQuestionId: body.questionId },
      task('unknown_news', { type: body.type }),
    ])
  }
  return changed(before, { questionsOpen: before.case.questionsOpen + 1 }, [
    { kind: 'open_question', news: body },
    task('question_open', { question: body.text, questionId: body.questionId }, body.answerBy),
  ])
}

export function questionClosed(before: Before, questionId: string): NewsOutcome {
  if (before.knownQuestion?.open !== true) return changed(before, {})
  return changed(before, { questionsOpen: before.case.questionsOpen - 1 }, [
    { kind: 'close_question', partnerQuestionId: questionId },
  ])
}

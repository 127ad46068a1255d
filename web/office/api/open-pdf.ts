// A file that the server makes for a request, shown in a window of its own.

import { ProblemError, problemFrom } from '../../texts/index.ts'

type Spoken = { readonly data?: unknown; readonly error?: unknown; readonly response: Response }

/** Call it straight from a click: browsers let only a click open a window, so it opens before the answer is there. */
export async function openPdf(spoken: Promise<Spoken>): Promise<void> {
  const view = window.open('', '_blank')
  try {
    const { data, error, response } = await spoken
    if (!response.ok || !(data instanceof Blob)) throw new ProblemError(problemFrom(response.status, error))
    const href = URL.createObjectURL(new Blob([data], { type: 'application/pdf' }))
    if (view === null) location.assign(href)
    else view.location.href = href
  } catch (failure) {
    view?.close()
    throw failure
  }
}

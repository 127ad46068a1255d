// A mail that cannot be read, however often it is tried: it is the mail that is at fault, and not the moment.

/**
 * head: neither a sender nor a subject. structure: its parts are not what mail is made of. slow, heavy: reading it takes more
 * time or memory than any honest mail. ours: we stumble over it.
 */
export type WhyUnreadable = 'head' | 'structure' | 'slow' | 'heavy' | 'ours'

export class UnreadableMail extends Error {
  readonly why: WhyUnreadable

  constructor(why: WhyUnreadable, words: string) {
    super(words)
    this.why = why
  }
}

/** Why the mail itself cannot be read; undefined where something else went wrong. */
export function whyUnreadable(error: unknown): WhyUnreadable | undefined {
  return error instanceof UnreadableMail ? error.why : undefined
}

// What came of handing a mail to a server. Only its explicit yes is a success; where the answer to the content was lost, the
// server may have taken it: nobody knows, and it is not sent again by itself.

export type MailTrouble =
  /** Of the account: every mail would meet it, none is at fault. */
  | 'not_set_up'
  | 'host_unknown'
  | 'host_forbidden'
  | 'no_connection'
  | 'timeout'
  | 'tls'
  | 'login'
  | 'sender'
  | 'folder'
  /** Of the server now, or of this mail. */
  | 'later'
  | 'recipient'
  | 'content'
  | 'lost'
  | 'withdrawn'
  /** Of a mail that waits to be fetched and could not be taken in. */
  | 'held'

export type MailOutcome =
  | { readonly outcome: 'accepted'; readonly answer: string }
  /** Surely not taken: `unavailable` is tried again later, `rejected` needs a person. `unknown`: perhaps taken. */
  | {
      readonly outcome: 'rejected' | 'unavailable' | 'unknown'
      readonly trouble: MailTrouble
      /** The server's own words, or what broke. */
      readonly answer: string
    }

const OF_ACCOUNT: ReadonlySet<MailTrouble> = new Set([
  'not_set_up',
  'host_unknown',
  'host_forbidden',
  'no_connection',
  'timeout',
  'tls',
  'login',
  'sender',
  'folder',
])

/** Whether the settings or the server are at fault, and not the mail. */
export function isOfAccount(trouble: MailTrouble): boolean {
  return OF_ACCOUNT.has(trouble)
}

/** How the SMTP client describes a failure. */
export type SmtpFailure = {
  readonly message: string
  readonly code?: string
  /** The system's own code behind it. */
  readonly originalCode?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

/** Judges a failure. `begun`: the content was on its way. */
export function judge(failure: SmtpFailure, begun: boolean): MailOutcome {
  const answer = failure.response ?? failure.message
  if (begun && !isVerdict(failure)) return { outcome: 'unknown', trouble: 'lost', answer }
  const trouble = troubleOf(failure, begun)
  const final = trouble === 'recipient' || trouble === 'content'
  return { outcome: final ? 'rejected' : 'unavailable', trouble, answer }
}

// An answer to the content itself, or the server's word that it ends the session without having taken it.
function isVerdict({ command, responseCode }: SmtpFailure): boolean {
  return responseCode !== undefined && (command === 'DATA' || responseCode === 421)
}

function troubleOf({ code, originalCode, command = '', responseCode }: SmtpFailure, begun: boolean): MailTrouble {
  if (code === 'EAUTH') return 'login'
  if (responseCode === undefined) return isOfTls(originalCode) ? 'tls' : withoutAnswer(code)
  if (responseCode < 500) return 'later'
  if (begun || command === 'DATA') return 'content'
  if (command === 'RCPT TO') return 'recipient'
  // 530: sign in first (RFC 4954), whatever it was the answer to.
  if (responseCode === 530) return 'login'
  if (command === 'MAIL FROM') return 'sender'
  return command === 'STARTTLS' ? 'tls' : 'no_connection'
}

// Certificates that are not trusted, and a server that answers TLS in the clear.
function isOfTls(code = ''): boolean {
  return /CERT|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_/.test(code)
}

function withoutAnswer(code: string | undefined): MailTrouble {
  switch (code) {
    case 'EDNS':
    case 'host_unknown':
      return 'host_unknown'
    case 'host_forbidden':
      return 'host_forbidden'
    case 'ETLS':
      return 'tls'
    case 'ETIMEDOUT':
      return 'timeout'
    case 'EENVELOPE':
      return 'recipient'
    case 'EMESSAGE':
      return 'content'
    default:
      return 'no_connection'
  }
}

export { type Letter, type Mailboxes, createMailboxes } from './mailboxes.ts'
export { type PostOffice, type PostOfficeOptions, openPostOffice } from './office.ts'

export { noticeAfterMail } from './after-mail.ts'
export { noticeRoutes } from './routes.ts'
export { FIND_UNSET_LETTERS, type LettersJob, SET_LETTERS, findUnsetLetters, setLetters } from './set-letters.ts'

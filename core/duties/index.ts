export {
  type Duty,
  type DutyCondition,
  type Letter,
  type Occasion,
  type Sender,
  dutiesOf,
  missingIn,
} from './duties.ts'
export type { NoticeFacts, NoticeKind, NoticeLaw, NoticeSentence, NoticeWords } from './notice.ts'

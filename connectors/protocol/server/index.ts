export {
  type AnswerMemory,
  type Begun,
  type DeskAnswer,
  type IncomingClaim,
  type PartnerDesk,
  memoryInMaps,
} from './desk.ts'
export {
  type PlainRequest,
  type PlainResponse,
  jsonAnswer,
  plainRequest,
  platformResponse,
  problemAnswer,
  refusal,
} from './message.ts'
export { type PartnerServer, type PartnerServerSettings, createPartnerServer } from './server.ts'

export type { CompetentCourt, CourtNote, CourtQuestion, CourtRefusal } from './question.ts'

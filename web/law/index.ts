// How the law looks, wherever it is shown.

export { Explanation, type ShownLine } from './explanation.tsx'
export { MarkTags, type ShownMark } from './marks.tsx'
export { openQuestionTexts } from './open-questions.ts'
export { type ShownSource, Sources } from './sources.tsx'

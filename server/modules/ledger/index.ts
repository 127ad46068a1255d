export { type Posting, post } from './post.ts'

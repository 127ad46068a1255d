export { qrPicture } from './picture.ts'

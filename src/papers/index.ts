export { renderDocument } from './render-document.ts'
export {
  type AcceptedUpload,
  checkUpload,
  largestUploadBytes,
  type Upload,
  type UploadType,
} from './uploads/check-upload.ts'

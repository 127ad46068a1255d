export { type Delivery, type WebhookTarget, deliverWebhook } from './deliver.ts'
export {
  type SignatureFault,
  TOLERANCE_SECONDS,
  type Verified,
  type WebhookHeaders,
  signWebhook,
  verifyWebhook,
  webhookHeaders,
  webhookSecret,
} from './signature.ts'

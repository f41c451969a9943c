export {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
  type HttpOutcome,
  type HttpRequest,
} from './http-client.ts'

/** Told how much of a body has gone up, from 0 to 100. */
export type WatchUpload = (percent: number) => void

/** What `fetch` would be asked, as far as it is needed to send a body that is watched. */
export interface WatchedRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: FormData
  readonly signal: AbortSignal
}

/**
 * Sends a body as `fetch` does and tells how much of it has gone up, which `fetch` cannot.
 * @throws TypeError where nobody answers, as `fetch` does
 */
export function sendWatched(
  path: string,
  { method, headers, body, signal }: WatchedRequest,
  watch: WatchUpload,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, path)
    request.responseType = 'blob'
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) watch(Math.floor((loaded / total) * 100))
    }
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => reject(new TypeError(`${path} cannot be reached`))
    request.onabort = () => reject(new DOMException(`${path} was given up`, 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}

function answerOf(request: XMLHttpRequest): Response {
  const lines = request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
  const headers = lines.flatMap((line): [string, string][] => {
    const [name = '', ...value] = line.split(': ')
    return name === '' ? [] : [[name, value.join(': ')]]
  })
  const { status, statusText } = request
  const hasNoBody = status === 204 || status === 304
  const body = hasNoBody ? null : (request.response as Blob)
  return new Response(body, { status, statusText, headers })
}

import { firstText, type OpenAuthority } from './trader.ts'

/** Sends a paper about an entry, as the trader's software does: asks for a place and puts it there. */
export async function sendPaper(authority: OpenAuthority, mrn: string): Promise<void> {
  const upload = await authority.send(
    '/customs/declarations/file-upload',
    `<FileUploadRequest xmlns="hmrc:fileupload"><DeclarationID>${mrn}</DeclarationID><FileGroupSize>1</FileGroupSize><Files><File><FileSequenceNo>1</FileSequenceNo><DocumentType>commercial invoice</DocumentType></File></Files></FileUploadRequest>`,
  )
  const form = new FormData()
  form.append('file', new Blob(['an invoice'], { type: 'text/plain' }), 'invoice.txt')
  const href = firstText(await upload.text(), 'Href') ?? ''
  const sent = await fetch(href, { method: 'POST', body: form })
  if (sent.status !== 204) throw new Error(`the paper was not taken: ${sent.status}`)
}

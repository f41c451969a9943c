import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { onePointPng } from '../../../test/png.ts'
import { sampleDocument } from '../../../test/sample-papers.ts'
import { renderDocument } from '../render-document.ts'
import { checkUpload, largestUploadBytes } from './check-upload.ts'

function pdf(body: string | Buffer): Buffer {
  const end = '\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n'
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(body), Buffer.from(end)])
}

function objectStream(objects: string, filter = '/Filter /FlateDecode'): Buffer {
  const packed = filter === '' ? Buffer.from(objects) : deflateSync(Buffer.from(objects))
  return Buffer.concat([
    Buffer.from(
      `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj'),
  ])
}

const jpeg = Buffer.from([
  ...[0xff, 0xd8],
  ...[0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46],
  ...[0xff, 0xc0, 0x00, 0x0b, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0x00, 0x08, 1, 1, 0, 0, 0x3f, 0],
  ...[0x7f, 0xff, 0xd9],
])

describe('checkUpload', () => {
  it.each([
    ['a PDF', pdf('1 0 obj\n<< /Type /Catalog >>\nendobj'), 'application/pdf'],
    ['a PDF with packed objects', pdf(objectStream('1 0 << /Type /Page >>')), 'application/pdf'],
    ['a PNG', onePointPng, 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a type in capitals', jpeg, 'IMAGE/JPEG'],
  ])('takes %s', (_, bytes, declaredType) => {
    const accepted = valueOf(checkUpload({ bytes, declaredType }))
    expect(accepted).toEqual({ bytes, mediaType: declaredType.toLowerCase() })
  })

  it('takes the papers that are rendered here', async () => {
    const bytes = valueOf(await renderDocument(sampleDocument('commercial-invoice')))
    expect(checkUpload({ bytes, declaredType: 'application/pdf' }).ok).toBe(true)
  })

  it('refuses a file over the limit and takes one at the limit', () => {
    const padding = Buffer.alloc(largestUploadBytes - pdf('').length, ' ')
    const atLimit = pdf(padding)
    expect(checkUpload({ bytes: atLimit, declaredType: 'application/pdf' }).ok).toBe(true)
    const over = checkUpload({
      bytes: pdf(Buffer.concat([padding, Buffer.from(' ')])),
      declaredType: 'application/pdf',
    })
    expect(over).toMatchObject({ ok: false, failures: [{ code: 'too-large' }] })
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'application/pdf', 'no PDF, PNG or JPEG'],
    ['a program', Buffer.from('MZ\u0000\u0000'), 'application/pdf', 'no PDF, PNG or JPEG'],
    [
      'a TIFF, which customs systems read differently',
      Buffer.from('II*\u0000'),
      'image/tiff',
      'no PDF',
    ],
    [
      'a PNG that is declared as PDF',
      onePointPng,
      'application/pdf',
      'declared as application/pdf but is image/png',
    ],
    ['a PDF that is cut off', pdf('').subarray(0, 30), 'application/pdf', 'breaks off'],
    [
      'a PDF with something behind its end',
      Buffer.concat([pdf(''), onePointPng]),
      'application/pdf',
      'breaks off',
    ],
    ['an encrypted PDF', pdf('trailer << /Encrypt 3 0 R >>'), 'application/pdf', 'encrypted'],
    [
      'a PDF with a script',
      pdf('<< /S /JavaScript /JS (app.alert) >>'),
      'application/pdf',
      'a program',
    ],
    [
      'a PDF with a script under an escaped name',
      pdf('<< /S /J#61v#61Script >>'),
      'application/pdf',
      'a program',
    ],
    [
      'a PDF that starts a program',
      pdf('<< /S /Launch /F (cmd.exe) >>'),
      'application/pdf',
      'starts other programs',
    ],
    ['a PDF with a dynamic form', pdf('<< /XFA 7 0 R >>'), 'application/pdf', 'dynamic form'],
    [
      'a script in packed objects',
      pdf(objectStream('1 0 << /S /JavaScript >>')),
      'application/pdf',
      'a program',
    ],
    [
      'a script in plain object streams',
      pdf(objectStream('<< /S /JavaScript >>', '')),
      'application/pdf',
      'a program',
    ],
    [
      'packed objects in an unknown coding',
      pdf(objectStream('x', '/Filter /LZWDecode')),
      'application/pdf',
      'cannot be read',
    ],
    [
      'packed objects that hide',
      pdf('<< /Type /ObjStm /X (endobj) >>\nstream\nx\nendstream'),
      'application/pdf',
      'cannot be read',
    ],
    ['a PNG that is cut off', onePointPng.subarray(0, -4), 'image/png', 'breaks off'],
    [
      'a PNG with something behind its end',
      Buffer.concat([onePointPng, Buffer.from('x')]),
      'image/png',
      'goes on behind',
    ],
    ['a PNG with a changed byte', Buffer.from(onePointPng).fill(7, 20, 21), 'image/png', 'damaged'],
    [
      'a PNG without a header',
      Buffer.concat([onePointPng.subarray(0, 8), onePointPng.subarray(33)]),
      'image/png',
      'no header',
    ],
    ['a JPEG that is cut off', jpeg.subarray(0, -2), 'image/jpeg', 'does not end'],
    [
      'a JPEG without an image',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]),
      'image/jpeg',
      'breaks off',
    ],
    [
      'a JPEG without a frame',
      Buffer.concat([jpeg.subarray(0, 8), jpeg.subarray(21)]),
      'image/jpeg',
      'no frame',
    ],
    ['a JPEG with a damaged segment', Buffer.from(jpeg).fill(0, 8, 9), 'image/jpeg', 'damaged'],
  ])('refuses %s', (_, bytes, declaredType, message) => {
    const result = checkUpload({ bytes, declaredType })
    expect(result).toMatchObject({
      ok: false,
      failures: [{ code: 'unsupported-type', message: expect.stringContaining(message) }],
    })
  })
})

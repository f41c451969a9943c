import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { isAutomaticAnswer, isDeliveryReport } from './automatic-mail.ts'
import { readDeliveryReport } from './delivery-report.ts'
import { letterOfMail } from './letter-of-mail.ts'
import { mrnIn, plainSubject, referenceIn, taggedSubject } from './subject-tag.ts'

const from = 'declarations@shop.example'
const digest = '0123456789abcdef0123456789abcdef'

describe('the subject of a letter by mail', () => {
  it('bears the reference of its thread, which is found again however the answer changes it', () => {
    const subject = taggedSubject('Marking\r\nof goods', 'TW01KQ3V8ZJ6M2N4P7', true)
    expect(subject).toBe('Re: Marking of goods [Ref TW01KQ3V8ZJ6M2N4P7]')
    for (const answer of [
      `RE: ${subject}`,
      `AW: [EXT] ${subject.toLowerCase()}`,
      `回复：${subject}`,
    ]) {
      expect(referenceIn(answer)).toBe('TW01KQ3V8ZJ6M2N4P7')
    }
    expect(plainSubject(`Re: ${subject}`)).toBe('Marking of goods')
  })

  it('that bears two references, or none, says nothing', () => {
    expect(referenceIn('Marking')).toBeUndefined()
    expect(referenceIn('a [Ref TW01KQ3V8ZJ6M2N4P7] b [Ref TW01KQ3V8ZJ6M2N4P8]')).toBeUndefined()
    expect(mrnIn('26GB1234567890ABC1 and 26GB1234567890ABC2')).toBeUndefined()
    expect(mrnIn('about 26GB1234567890ABC1, twice 26GB1234567890ABC1')).toBe('26GB1234567890ABC1')
  })
})

describe('a mail as a letter', () => {
  const read = async (mail: string, paperFault: () => string | undefined = () => undefined) => {
    const source = Buffer.from(mail.replace(/\r?\n/g, '\r\n'))
    return letterOfMail({
      ...{ channel: 'office-mail', from, source, paperFault, now: '2026-09-01T12:00:00.000Z' },
      mail: await simpleParser(source),
    })
  }

  it('names what it answers: the mail that it replies to, then the latest before, then the first', async () => {
    const letter = await read(`From: Officer <office@authority.example>
Subject: Re: Marking [Ref TW01KQ3V8ZJ6M2N4P7]
Message-ID: <b@authority.example>
In-Reply-To: <TW01KQ3V8ZJ6M2N4P8.${digest}@SHOP.example>
References: <TW01KQ3V8ZJ6M2N4P7.${digest}@shop.example>
 <a@authority.example> <TW01KQ3V8ZJ6M2N4P8.${digest}@shop.example>

None is needed.
`)
    expect(letter.answers).toEqual([
      { by: 'trader', reference: 'TW01KQ3V8ZJ6M2N4P8' },
      { by: 'trader', reference: 'TW01KQ3V8ZJ6M2N4P8' },
      { by: 'office', letter: '<a@authority.example>' },
      { by: 'trader', reference: 'TW01KQ3V8ZJ6M2N4P7' },
    ])
    expect(letter).toMatchObject({
      ...{ reference: 'TW01KQ3V8ZJ6M2N4P7', isLetterAlone: true },
      change: {
        subject: 'Marking',
        message: { id: '<b@authority.example>', by: 'Officer', text: 'None is needed.' },
      },
    })
  })

  it('is known by its bytes where it has no Message-ID, and the same one always by the same name', async () => {
    const mail = 'From: office@authority.example\nSubject: Hello\n\nHello.\n'
    const [one, other] = [await read(mail), await read(mail)]
    expect(one.change.message!.id).toMatch(/^sha256:/)
    expect(one.change.thread).toMatch(/^M[0-9A-F]{15}$/)
    expect(other).toEqual(one)
  })

  it('brings papers of the kinds that are taken, by their bytes, and names the others', async () => {
    const part = (name: string, type: string, bytes: string) => `--p
Content-Type: ${type}; name="${name}"
Content-Disposition: attachment; filename="${name}"
Content-Transfer-Encoding: base64

${Buffer.from(bytes, 'latin1').toString('base64')}
`
    const letter = await read(`From: office@authority.example
Subject: Papers
Message-ID: <c@authority.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="p"

--p
Content-Type: text/plain

See the papers.
${part('../../etc/note.pdf', 'application/octet-stream', '%PDF-1.7 of the office')}${part(
      'list.csv',
      'text/csv',
      'a,b\n1,2\n',
    )}${part('run.pdf', 'application/pdf', 'MZ is no PDF')}${part(
      'table.xlsx',
      'application/vnd.ms-excel',
      'PK',
    )}--p--
`)
    expect(letter.attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['note.pdf', 'application/pdf'],
      ['list.csv', 'text/csv'],
    ])
    expect(letter.leftOut?.map(({ name }) => name)).toEqual(['run.pdf', 'table.xlsx'])
  })
})

describe('a mail that a machine has written', () => {
  it('in answer to ours is told from a letter, and from one that it writes by itself', () => {
    expect(isAutomaticAnswer('Auto-Submitted: auto-replied (vacation)\r\n')).toBe(true)
    expect(isAutomaticAnswer('X-Autoreply: yes\r\n')).toBe(true)
    expect(isAutomaticAnswer('Auto-Submitted: auto-generated\r\n')).toBe(false)
    expect(isAutomaticAnswer('Auto-Submitted: no\r\nX-Autoreply:\r\n')).toBe(false)
  })

  const report = (id: string, action: string) =>
    `From: MAILER-DAEMON@mx.example
To: ${from}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report;
 report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I am sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; nobody@authority.example
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 no
 such user

--b
Content-Type: text/rfc822-headers

From: ${from}
Message-ID:
 ${id}

--b--
`.replace(/\n/g, '\r\n')
  const ours = `<TW01KQ3V8ZJ6M2N4P7.${digest}@shop.example>`

  it('to report that a letter came back names the letter, and why', async () => {
    expect(isDeliveryReport(report(ours, 'failed'))).toBe(true)
    expect(await readDeliveryReport(Buffer.from(report(ours, 'failed')), from)).toEqual({
      of: { reference: 'TW01KQ3V8ZJ6M2N4P7', sha256: digest },
      ...{ outcome: 'failed', why: '5.1.1 550 no such user' },
    })
    expect((await readDeliveryReport(Buffer.from(report(ours, 'delayed')), from))?.outcome).toBe(
      'under-way',
    )
  })

  it('to report on a mail of somebody else says nothing of ours', async () => {
    const other = '<TW01KQ3V8ZJ6M2N4P7.guessed@shop.example>'
    expect(await readDeliveryReport(Buffer.from(report(other, 'failed')), from)).toBeUndefined()
  })
})

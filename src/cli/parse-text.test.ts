import { describe, expect, test } from 'vitest'

import { run } from '../../test/terminal.ts'

const parseText = ['duty', 'parse-text', '--schedule', 'us']

describe('duty parse-text', () => {
  test('answers each line with the rate in fractions and dollars, or with the reason', async () => {
    const texts = [
      '$1.104/kg + 14.9%',
      'Free',
      'See 9822.05.20',
      '1.5 percent of the fair retail value',
      '2.3% (KR)',
      'Free (BH,CL) 2.3% (KR)',
    ]
    const stdin = texts.map((text, id) => JSON.stringify({ id, text })).join('\n')
    const { exitCode, stdout } = await run([...parseText, '--batch'], { stdin })
    expect(exitCode).toBe(0)
    expect(answersOf(stdout)).toEqual([
      {
        id: 0,
        adValorem: '0.149',
        specific: [{ amount: '1.104', currency: 'USD', per: 'kg' }],
        free: false,
      },
      { id: 1, adValorem: '0', specific: [], free: true },
      { id: 2, notComputable: 'the rate stands elsewhere: “See 9822.05.20”' },
      { id: 3, adValorem: '0.015', specific: [], free: false, valueBasis: 'fair retail value' },
      { id: 4, adValorem: '0.023', specific: [], free: false, programmes: ['KR'] },
      {
        id: 5,
        notComputable:
          'there are several rates, each for the programmes behind it: “Free (BH,CL) 2.3% (KR)”',
      },
    ])
  })

  test('a line that is no question is answered as such and the next one is read', async () => {
    const stdin = 'rate\n{"id":"a"}\n{"id":"b","text":"5%"}\n'
    const { exitCode, stdout } = await run([...parseText, '--batch'], { stdin })
    expect(exitCode).toBe(0)
    expect(answersOf(stdout)).toMatchObject([
      { id: null, line: 1, error: expect.stringContaining('is no JSON') as unknown },
      { id: 'a', error: 'has no "text". Add the text of the rate.' },
      { id: 'b', adValorem: '0.05' },
    ])
  })

  test('reads one text; one without a rate of its own is refused', async () => {
    const read = await run(parseText, { stdin: '{"id": 1, "text": "6.8%"}' })
    expect(read.exitCode).toBe(0)
    expect(answersOf(read.stdout)).toMatchObject([{ id: 1, adValorem: '0.068' }])
    const refused = await run(parseText, { stdin: '{"id": 1, "text": "No change"}' })
    expect(refused.exitCode).toBe(1)
  })

  test('anything else is bad input, told in one line', async () => {
    for (const stdin of ['null', '[]', '{"id": 1}']) {
      const { exitCode, stderr } = await run(parseText, { stdin })
      expect(exitCode).toBe(2)
      expect(stderr).toBe(
        'tidewaiter: standard input: It is no question. Write {"id": 1, "text": "6.8%"}.\n',
      )
    }
    const elsewhere = await run(['duty', 'parse-text', '--schedule', 'mars'], { stdin: '{}' })
    expect(elsewhere.exitCode).toBe(2)
  })
})

function answersOf(stdout: string): readonly unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

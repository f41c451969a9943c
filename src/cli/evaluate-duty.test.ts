import { describe, expect, test } from 'vitest'

import { run } from '../../test/terminal.ts'

const evaluate = ['duty', 'evaluate']
const answersOf = (stdout: string): readonly unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

const perHundredKg = {
  duty_expression_id: '01',
  duty_amount: '147.0',
  monetary_unit: 'GBP',
  measurement_unit: 'DTN',
}
const weighed = { id: 'a', components: [perHundredKg], quantities: { KGM: '750' } }
const { quantities: _, ...unweighed } = weighed

describe('duty evaluate', () => {
  test('answers each line with the duty, its display and its formula, or with what is missing', async () => {
    const lines = [weighed, { ...unweighed, id: 2, extra: true }]
    const stdin = lines.map((line) => JSON.stringify(line)).join('\n')
    const { exitCode, stdout, stderr } = await run([...evaluate, '--batch'], { stdin })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(answersOf(stdout)).toEqual([
      {
        id: 'a',
        duty: '1102.5',
        dutyDisplay: '1102.50',
        formula: '750 kg × 147.0 GBP/100 kg = GBP 1102.50',
        formulaZh: '750 kg × 147.0 GBP/100 kg = GBP 1102.50',
      },
      {
        id: 2,
        missing: [
          {
            ...{ fact: 'quantity', unit: 'KGM', neededFor: '147.0 GBP/100 kg' },
            message: 'net weight (kg) is needed for 147.0 GBP/100 kg',
            zh: '计算 147.0 GBP/100 kg 需要净重（kg）',
          },
        ],
        ignored: ['extra'],
      },
    ])
  })

  test('a line that cannot be answered has an error, and the next one is read', async () => {
    const wrong = { ...weighed, id: 'b', quantities: { KGM: '-1' } }
    const stdin = ['{', '{"components":[]}', JSON.stringify(wrong), '', JSON.stringify(weighed)]
    const { exitCode, stdout } = await run([...evaluate, '--batch'], { stdin: stdin.join('\n') })
    expect(exitCode).toBe(0)
    expect(answersOf(stdout)).toMatchObject([
      { id: null, line: 1, error: expect.stringContaining('is no JSON') as unknown },
      { id: null, line: 2, error: expect.stringContaining('has no "id"') as unknown },
      { id: 'b', error: expect.stringContaining('/quantities/KGM') as unknown },
      { id: 'a', duty: '1102.5' },
    ])
  })

  test('without --batch works out one duty, with exit code 1 where facts are missing', async () => {
    const known = await run(evaluate, { stdin: JSON.stringify(weighed) })
    expect(known.exitCode).toBe(0)
    expect(answersOf(known.stdout)).toMatchObject([{ id: 'a', dutyDisplay: '1102.50' }])
    const unknown = await run(evaluate, { stdin: JSON.stringify(unweighed) })
    expect(unknown.exitCode).toBe(1)
  })

  test('without --batch refuses what is no question', async () => {
    const { exitCode, stderr } = await run(evaluate, { stdin: '[]' })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('It is no question')
  })
})

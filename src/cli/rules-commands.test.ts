import { describe, expect, it } from 'vitest'
import { run } from '../../test/terminal.ts'

describe('rules list', () => {
  it('shows the rules of a data set, or says which there are', async () => {
    const listed = await run(['rules', 'list', '--data-set', 'h7'])
    expect(listed.exitCode).toBe(0)
    expect(listed.stdout).toMatch(/^h7-procedure +error +1\/10 and 1\/11 +Every item/m)
    expect(listed.stdout).not.toContain('ducr-on-export')
    const refused = await run(['rules', 'list', '--data-set', 'h6'])
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('--data-set: "h6" is no data set. Choose one of h1, h2,')
  })

  it('gives each rule whole and in both languages as JSON', async () => {
    const { stdout } = await run(['rules', 'list', '--data-set', 'b1', '--json'])
    const { rules } = JSON.parse(stdout) as { rules: readonly Record<string, unknown>[] }
    expect(rules.find(({ id }) => id === 'ducr-on-export')).toMatchObject({
      severity: 'error',
      asks: { en: expect.any(String) as string, zh: expect.stringContaining('出口') as string },
      source: { address: expect.stringMatching(/^https:/) as string },
      errorCodes: ['CDS12108'],
    })
  })
})

describe('rules page', () => {
  it('is written in the language that is asked for', async () => {
    const { stdout } = await run(['rules', 'page', '--language', 'zh'])
    expect(stdout).toMatch(/^# CDS 申报规则\n/)
    expect((await run(['rules', 'page', '--language', 'fr'])).exitCode).toBe(2)
  })
})

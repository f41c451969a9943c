import { describe, expect, test } from 'vitest'

import { unreadableJson } from './unreadable-json.ts'

describe('a body that is no JSON', () => {
  test.each([
    ['{"lines": [\n  {"quantity" 2}]}', 'line 2, column 15', '第2行第15列'],
    ['{"a": 1,}', 'line 1, column 9', '第1行第9列'],
    ['{"lines": [{"quantity": 2', 'it ends too early', '内容不完整'],
    ['', 'it ends too early', '内容不完整'],
    ['{"__proto__": {}}', '__proto__', '__proto__'],
    ['中{', 'Unexpected token', '格式有误'],
  ])('%j is told with the place of its fault', (text, en, zh) => {
    const failure = unreadableJson(text)
    expect(failure.message).toContain(en)
    expect(failure.zh?.message).toContain(zh)
  })
})

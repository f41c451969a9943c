import { expect, test } from 'vitest'

import type { CaseMessages } from '../../../api/messages.ts'
import { phaseOf } from './use-phase.ts'

const message = (state: string, attempts: number) =>
  ({ state, attempts }) as CaseMessages['sent'][number]
const controls = [{ controlId: 'c', state: 'examination-ordered' }]

test('a case is not with customs before its message is', () => {
  expect(phaseOf({ controls: [] }, [message('due', 0)])).toBe('being-sent')
  expect(phaseOf({ controls: [] }, [message('sending', 1)])).toBe('being-sent')
  expect(phaseOf({ controls: [] }, [message('due', 2)])).toBe('trying-again')
  expect(phaseOf({ controls: [] }, [message('unknown', 1)])).toBe('trying-again')
  expect(phaseOf({ controls }, [message('sent', 1), message('dead', 9)])).toBe('given-up')
  expect(phaseOf({ controls: [] }, [message('sent', 1)])).toBeUndefined()
})

test('an examination is told once everything is delivered', () => {
  expect(phaseOf({ controls }, [message('sent', 1)])).toBe('under-examination')
  expect(phaseOf({ controls }, [message('due', 3)])).toBe('trying-again')
})

import { capabilities } from '../schemas/index.ts'
import { expectBody, expectProblem } from './caller.ts'
import type { Check } from './context.ts'
import { expect } from './expectation.ts'

export const accessChecks: readonly Check[] = [
  {
    name: 'tells what it can do',
    async run({ call, claim }) {
      const told = expectBody(await call('GET', '/capabilities'), 200, capabilities)
      expect(
        told.currencies.includes(claim.claim.currency),
        'the suite hands over euro, which is not among the currencies',
      )
    },
  },
  {
    name: 'refuses a request without a token',
    async run({ call }) {
      expectProblem(await call('GET', '/capabilities', { token: undefined }), 401, 'token-invalid')
    },
  },
  {
    name: 'refuses a wrong token',
    async run({ call, claim, key }) {
      expectProblem(await call('GET', '/capabilities', { token: 'wrong-token' }), 401, 'token-invalid')
      expectProblem(await call('POST', '/claims', { token: 'wrong-token', key, content: claim }), 401, 'token-invalid')
    },
  },
  {
    name: 'answers an unknown address with 404',
    async run({ call }) {
      expectProblem(await call('GET', '/no-such-thing'), 404, 'not-found')
    },
  },
]

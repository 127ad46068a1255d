import { expect, test } from 'vitest'
import { closingLine, countOutcome } from './outcome.ts'

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
})

test('passed, failed and skipped tests are counted over all files', () => {
  const report = {
    success: false,
    testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'failed', 'passed')],
  }
  expect(countOutcome(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 })
})

test('a file that could not be loaded is a failure', () => {
  const report = { success: false, testResults: [file('passed', 'passed'), file('failed')] }
  expect(countOutcome(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('an error outside any test is a failure', () => {
  expect(countOutcome({ success: true, testResults: [file('passed', 'passed')] }, 1).failed).toBe(1)
})

test('a run without a report, or without a test, has failed', () => {
  expect(countOutcome(undefined, 0).failed).toBe(1)
  expect(countOutcome({ success: true, testResults: [] }, 0).failed).toBe(1)
})

test('the closing line names skipped tests only where there are some', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})

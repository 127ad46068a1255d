// Counts what vitest reports in its JSON form. A file that could not even be loaded has no tests in it and is one failure;
// so is an error outside any test: a run is never green because nothing was counted.

type Assertion = { readonly status: string }
type TestFile = { readonly status: string; readonly assertionResults: readonly Assertion[] }
export type Report = { readonly success: boolean; readonly testResults: readonly TestFile[] }

export type Outcome = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** @param exitCode of vitest itself, which also knows of errors that belong to no file */
export function countOutcome(report: Report | undefined, exitCode: number | null): Outcome {
  const assertions = report?.testResults.flatMap((file) => file.assertionResults) ?? []
  const passed = assertions.filter(({ status }) => status === 'passed').length
  const failedTests = assertions.filter(({ status }) => status === 'failed').length
  const brokenFiles = report?.testResults.filter(isBroken).length ?? 0
  const failed = failedTests + brokenFiles
  const unexplained = failed === 0 && (exitCode !== 0 || report?.success !== true || passed === 0)
  return { passed, failed: unexplained ? 1 : failed, skipped: assertions.length - passed - failedTests }
}

function isBroken(file: TestFile): boolean {
  return file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
}

/** The closing line of every run: `12 passed, 0 failed`, with `, 1 skipped` where some were. */
export function closingLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

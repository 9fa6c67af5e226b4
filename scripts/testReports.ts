/**
 * The JSON reports of the test runners. Run as a script, it prints how many tests the last
 * `npm test` executed, as one closing line for CI: "12 passed, 0 failed".
 */
import { existsSync, readFileSync } from 'node:fs';

/** Where vitest and Playwright write their reports. */
export const REPORTS = {
  vitest: 'test-results/vitest.json',
  playwright: 'test-results/playwright.json',
} as const;

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/** How many tests passed and failed. A file that fell over before its first test is one failure. */
export interface Count {
  passed: number;
  failed: number;
}

/** Counts the tests of a vitest report. */
export function countVitest(report: VitestReport): Count {
  const fallen = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + fallen.length };
}

/** Counts the tests of a Playwright report. */
export const countPlaywright = ({ stats, errors }: PlaywrightReport): Count => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
});

function read<Report>(file: string, count: (report: Report) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  return count(JSON.parse(readFileSync(file, 'utf8')) as Report);
}

if (import.meta.main) {
  const counts = [read(REPORTS.vitest, countVitest), read(REPORTS.playwright, countPlaywright)];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
}

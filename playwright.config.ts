import { defineConfig, devices } from '@playwright/test';
import { findBrowser, LAUNCH_FLAGS } from './scripts/browser.ts';
import { REPORTS } from './scripts/testReports.ts';
import { normaliseBase } from './src/site/basePath.ts';

// Not the port of `npm start`, so that the tests never meet a site that someone is reading.
const port = Number(process.env.TEST_PORT ?? 4399);
const base = normaliseBase(process.env.BASE_PATH);

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  // A busy machine may time a test out once; what fails twice is broken.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 }, // a demo with a trained model comes to life when it has been read
  reporter: [['list'], ['json', { outputFile: REPORTS.playwright }]],
  use: {
    baseURL: `http://localhost:${port}${base}`,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: LAUNCH_FLAGS },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT: String(port) },
    url: `http://localhost:${port}${base}`,
    reuseExistingServer: false,
  },
});

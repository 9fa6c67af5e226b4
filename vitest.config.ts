/// <reference types="vitest/config" />
import preact from '@astrojs/preact';
import { getViteConfig } from 'astro/config';
import { REPORTS } from './scripts/testReports.ts';

// Astro's own Vite plugins, so that a test can import .astro and .tsx files; the site's
// configuration stays out, so that unit tests do not wait for Starlight.
export default getViteConfig(
  {
    test: {
      testTimeout: 60_000, // what is slow on a busy machine is not wrong
      include: ['tests/**/*.test.{ts,tsx}'],
      reporters: ['default', ['json', { outputFile: REPORTS.vitest }]],
    },
  },
  { configFile: false, srcDir: '.', integrations: [preact()] },
);

/**
 * Finds the Chromium that the browser tests run in, or installs one. Run as a script it also sees
 * to a Chinese font, without which screenshots show boxes.
 */
import { machine, type Probes } from './probes.ts';
import { installAdvice, installPackage } from './systemPackages.ts';

/** Flags for a Chromium that asks no server but ours, in a container or as root as well. */
export const LAUNCH_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM_BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser to use, of those that are there: `CHROMIUM_PATH`, the system's, Playwright's own.
 * One that does not start, for want of a library, does not count.
 */
export function findBrowser(probes: Probes = machine): string | undefined {
  const { CHROMIUM_PATH } = probes.environment;
  if (CHROMIUM_PATH) {
    const chosen = probes.locate(CHROMIUM_PATH);
    if (chosen && starts(chosen, probes)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, which is not a browser that starts.`);
  }
  const names = [...SYSTEM_BROWSERS, probes.playwrightPath()];
  return names
    .map((name) => probes.locate(name))
    .find((found) => found !== undefined && starts(found, probes));
}

const starts = (browser: string, probes: Probes) =>
  // On Windows `--version` opens a window instead of printing.
  probes.platform === 'win32' || probes.succeeds([browser, '--version']);

/** The browser to use; one is installed if there is none. Throws with advice if that fails too. */
export function provideBrowser(probes: Probes = machine): string {
  const installers = [
    () => true,
    () => {
      probes.report('No Chromium found; asking Playwright for its own …');
      return probes.succeeds(['npx', 'playwright', 'install', 'chromium']);
    },
    () => installPackage('browser', probes),
  ];
  for (const install of installers) {
    const browser = install() ? findBrowser(probes) : undefined;
    if (browser) return browser;
  }
  throw new Error(
    'The browser tests need Chromium, and it could not be installed here. Install it yourself' +
      ` (${installAdvice('browser', probes) ?? 'from https://www.chromium.org'}),` +
      ' or set CHROMIUM_PATH to a Chromium or Chrome that you have.',
  );
}

/** Sees to a Chinese font where fontconfig can say whether there is one; warns if it cannot. */
export function provideChineseFont(probes: Probes = machine): boolean {
  if (!probes.locate('fc-list')) return true;
  const hasFont = () => probes.output(['fc-list', ':lang=zh']).trim() !== '';
  if (hasFont() || (installPackage('font', probes) && hasFont())) return true;
  const advice = installAdvice('font', probes);
  probes.report(
    `Warning: no Chinese font; screenshots will show boxes.${advice ? ` ${advice}` : ''}`,
  );
  return false;
}

if (import.meta.main) {
  try {
    console.log(`Browser: ${provideBrowser()}`);
    provideChineseFont();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

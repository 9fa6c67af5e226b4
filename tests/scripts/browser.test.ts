import { describe, expect, test } from 'vitest';
import { findBrowser, provideBrowser, provideChineseFont } from '../../scripts/browser.ts';
import type { Probes } from '../../scripts/probes.ts';

const PLAYWRIGHT = '/cache/ms-playwright/chrome';

interface Machine extends Partial<Probes> {
  /** Programs that are there. */
  programs?: string[];
  /** Programs that are there and do not start. */
  broken?: string[];
  /** What each command that succeeds brings: programs by the start of the command. */
  brings?: Record<string, string[]>;
}

/** A machine for the probes to find; it remembers what it was asked to run. */
function machine({ programs = [], broken = [], brings = {}, ...probes }: Machine) {
  const there = new Set([...programs, ...broken]);
  const commands: string[] = [];
  const reports: string[] = [];
  const answers: Probes = {
    environment: {},
    platform: 'linux',
    isRoot: true,
    locate: (program) => (there.has(program) ? program : undefined),
    playwrightPath: () => PLAYWRIGHT,
    succeeds: (command) => {
      const line = command.join(' ');
      const [program = ''] = command;
      if (line.endsWith('--version')) return there.has(program) && !broken.includes(program);
      commands.push(line);
      const brought = Object.entries(brings).find(([start]) => line.startsWith(start))?.[1];
      brought?.forEach((name) => there.add(name));
      return brought !== undefined;
    },
    output: () => '',
    report: (message) => reports.push(message),
    ...probes,
  };
  return { answers, commands, reports };
}

describe('of the browsers that are there', () => {
  test('the environment’s comes first', () => {
    const { answers } = machine({
      programs: ['/mine', 'chromium', PLAYWRIGHT],
      environment: { CHROMIUM_PATH: '/mine' },
    });
    expect(findBrowser(answers)).toBe('/mine');
  });

  test('the system’s comes before Playwright’s', () => {
    expect(findBrowser(machine({ programs: ['google-chrome', PLAYWRIGHT] }).answers)).toBe(
      'google-chrome',
    );
    expect(findBrowser(machine({ programs: [PLAYWRIGHT] }).answers)).toBe(PLAYWRIGHT);
  });

  test('one that does not start is passed over', () => {
    const { answers } = machine({ broken: ['chromium'], programs: [PLAYWRIGHT] });
    expect(findBrowser(answers)).toBe(PLAYWRIGHT);
  });

  test('a wrong CHROMIUM_PATH is an error, not a reason to take another', () => {
    const { answers } = machine({
      programs: ['chromium'],
      environment: { CHROMIUM_PATH: '/typo' },
    });
    expect(() => findBrowser(answers)).toThrow('CHROMIUM_PATH is /typo');
  });

  test('there may be none', () => {
    expect(findBrowser(machine({}).answers)).toBeUndefined();
  });
});

describe('when there is none', () => {
  test('nothing is installed if there is one after all', () => {
    const { answers, commands } = machine({ programs: ['chromium'] });
    expect(provideBrowser(answers)).toBe('chromium');
    expect(commands).toEqual([]);
  });

  test('Playwright is asked first', () => {
    const { answers, commands } = machine({
      programs: ['apt-get'],
      brings: { 'npx playwright install': [PLAYWRIGHT] },
    });
    expect(provideBrowser(answers)).toBe(PLAYWRIGHT);
    expect(commands).toEqual(['npx playwright install chromium']);
  });

  test('the package manager comes next, if Playwright’s is refused or does not start', () => {
    const apt = { 'apt-get install': ['chromium'] };
    for (const broken of [[], [PLAYWRIGHT]]) {
      const { answers } = machine({ programs: ['apt-get'], broken, brings: apt });
      expect(provideBrowser(answers)).toBe('chromium');
    }
  });

  test.each(['apt-get', 'dnf', 'pacman', 'apk'])('%s is known', (manager) => {
    const { answers } = machine({ programs: [manager], brings: { [manager]: ['chromium'] } });
    expect(provideBrowser(answers)).toBe('chromium');
  });

  test('sudo is used if it needs no password', () => {
    const { answers, commands } = machine({
      isRoot: false,
      programs: ['apt-get', 'sudo'],
      brings: { 'sudo -n true': [], 'sudo -n apt-get install': ['chromium'] },
    });
    expect(provideBrowser(answers)).toBe('chromium');
    expect(commands.at(-1)).toMatch(/^sudo -n apt-get install .*chromium$/);
  });

  test('without the rights nothing is tried, and the message says what to do', () => {
    const { answers, commands } = machine({ isRoot: false, programs: ['apt-get', 'sudo'] });
    expect(() => provideBrowser(answers)).toThrow(/sudo apt-get install .*chromium.*CHROMIUM_PATH/);
    expect(commands.some((command) => command.includes('apt-get'))).toBe(false);
  });
});

describe('a Chinese font', () => {
  const font = (fonts: string[]) => ({ output: () => fonts.shift() ?? '' });

  test('that is there is enough', () => {
    const { answers, commands } = machine({ programs: ['fc-list'], ...font(['Noto Sans CJK']) });
    expect(provideChineseFont(answers)).toBe(true);
    expect(commands).toEqual([]);
  });

  test('is installed if it can be', () => {
    const { answers, commands } = machine({
      programs: ['fc-list', 'apt-get'],
      brings: { 'apt-get': [] },
      ...font(['', 'Noto Sans CJK']),
    });
    expect(provideChineseFont(answers)).toBe(true);
    expect(commands.at(-1)).toContain('fonts-noto-cjk');
  });

  test('is warned of otherwise', () => {
    const { answers, reports } = machine({ programs: ['fc-list'] });
    expect(provideChineseFont(answers)).toBe(false);
    expect(reports.at(-1)).toContain('Warning: no Chinese font');
  });
});

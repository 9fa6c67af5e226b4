import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** What finding and installing a browser asks of the machine; tests give their own answers. */
export interface Probes {
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  isRoot: boolean;
  /** The full path of a program, if it is on the PATH or is itself an existing path. */
  locate: (program: string) => string | undefined;
  /** Where Playwright keeps, or would keep, its own Chromium. */
  playwrightPath: () => string;
  /** Runs a command without showing what it prints; whether it succeeded. */
  succeeds: (command: readonly string[]) => boolean;
  /** Runs a command and returns what it prints; empty if it fails. */
  output: (command: readonly string[]) => string;
  report: (message: string) => void;
}

/** How long an installation may take before it counts as refused. */
const INSTALL_TIMEOUT = 10 * 60 * 1000;

/** The machine this runs on. */
export const machine: Probes = {
  environment: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  locate,
  playwrightPath: () => chromium.executablePath(),
  succeeds: (command) => run(command).status === 0,
  output: (command) => run(command).stdout,
  report: (message) => {
    console.log(message);
  },
};

function run([program = '', ...args]: readonly string[]) {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: INSTALL_TIMEOUT,
  });
  return { status: result.status, stdout: result.status === 0 ? result.stdout : '' };
}

function locate(program: string): string | undefined {
  const folders = path.isAbsolute(program) ? [''] : (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, program)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import type { Probes } from './probes.ts';

/** What the browser tests may need from the system. */
export type Need = 'browser' | 'font';

interface PackageManager {
  program: string;
  /** Brings the list of packages up to date. */
  refresh: readonly string[];
  install: readonly string[];
  packages: Readonly<Record<Need, string>>;
  needsRoot: boolean;
}

const MANAGERS: readonly PackageManager[] = [
  {
    program: 'apt-get',
    refresh: ['apt-get', 'update'],
    install: ['apt-get', 'install', '-y', '--no-install-recommends'],
    packages: { browser: 'chromium', font: 'fonts-noto-cjk' },
    needsRoot: true,
  },
  {
    program: 'dnf',
    refresh: ['dnf', 'makecache'],
    install: ['dnf', 'install', '-y'],
    packages: { browser: 'chromium', font: 'google-noto-sans-cjk-fonts' },
    needsRoot: true,
  },
  {
    program: 'pacman',
    refresh: ['pacman', '-Sy'],
    install: ['pacman', '-S', '--noconfirm'],
    packages: { browser: 'chromium', font: 'noto-fonts-cjk' },
    needsRoot: true,
  },
  {
    program: 'apk',
    refresh: ['apk', 'update'],
    install: ['apk', 'add'],
    packages: { browser: 'chromium', font: 'font-noto-cjk' },
    needsRoot: true,
  },
  {
    program: 'brew',
    refresh: ['brew', 'update'],
    install: ['brew', 'install', '--cask'],
    packages: { browser: 'google-chrome', font: 'font-noto-sans-cjk' },
    needsRoot: false,
  },
];

/** Installs what is needed with the system's package manager; whether that worked. */
export function installPackage(need: Need, probes: Probes): boolean {
  const manager = managerOf(probes);
  if (!manager) return false;
  const prefix = rightsPrefix(manager, probes);
  if (!prefix) return false;
  probes.report(`Installing ${manager.packages[need]} with ${manager.program} …`);
  // A stale list is no reason to stop: the package may be in it all the same.
  probes.succeeds([...prefix, ...manager.refresh]);
  return probes.succeeds([...prefix, ...manager.install, manager.packages[need]]);
}

/** The command with which a person would install what is needed. */
export function installAdvice(need: Need, probes: Probes): string | undefined {
  const manager = managerOf(probes);
  if (!manager) return undefined;
  const sudo = manager.needsRoot ? 'sudo ' : '';
  return `${sudo}${manager.install.join(' ')} ${manager.packages[need]}`;
}

const managerOf = (probes: Probes) =>
  MANAGERS.find(({ program }) => probes.locate(program) !== undefined);

/** What must stand before the command to have the rights to install; undefined if nothing gives them. */
function rightsPrefix(manager: PackageManager, probes: Probes): readonly string[] | undefined {
  if (!manager.needsRoot || probes.isRoot) return [];
  if (probes.locate('sudo') && probes.succeeds(['sudo', '-n', 'true'])) return ['sudo', '-n'];
  return undefined;
}

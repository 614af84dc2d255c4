/**
 * Puts there what the tests need from the system. As root on Debian it installs the missing
 * packages; anywhere else it says what to install and ends with exit code 1.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Need {
  readonly command: string;
  readonly package: string;
  readonly why: string;
}

const NEEDS: readonly Need[] = [
  {
    command: 'chromium',
    package: 'chromium',
    why: 'the browser of the widget and end-to-end tests',
  },
  {
    command: 'firefox-esr',
    package: 'firefox-esr',
    why: 'the second browser of the cross-browser tests',
  },
  { command: 'Xvfb', package: 'xvfb', why: 'a screen that Firefox can share' },
  { command: 'turnserver', package: 'coturn', why: 'the TURN server of the relay tests' },
  { command: 'ip', package: 'iproute2', why: 'network namespaces of the NAT lab' },
  { command: 'nft', package: 'nftables', why: 'the NAT routers, and the check of firewall rules' },
  { command: 'unshare', package: 'util-linux', why: 'firewall rules tried in a namespace' },
  { command: 'openssl', package: 'openssl', why: 'certificates of the TLS tests' },
  { command: 'initdb', package: 'postgresql', why: 'the store of the tests of many machines' },
  {
    command: 'redis-server',
    package: 'redis-server',
    why: 'the bus of the tests of many machines',
  },
  { command: 'haproxy', package: 'haproxy', why: 'the balancer of the tests of many machines' },
  // These judge what rendev-turn renders.
  { command: 'systemd-analyze', package: 'systemd', why: 'the check of systemd units' },
  { command: 'cloud-init', package: 'cloud-init', why: 'the check of cloud-init files' },
  { command: 'logrotate', package: 'logrotate', why: 'the check of logrotate files' },
  { command: 'ufw', package: 'ufw', why: 'the check of ufw rules' },
  { command: 'shellcheck', package: 'shellcheck', why: 'the check of shell scripts' },
];
/** The screens are compared with pictures: they need the same fonts everywhere. */
const FONTS = [
  ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'fonts-noto-cjk'],
  ['/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf', 'fonts-noto-color-emoji'],
  ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', 'fonts-dejavu-core'],
] as const;

/** Debian keeps PostgreSQL's programs apart, a folder for each version. */
const folders = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
  '/sbin',
  ...globSync('/usr/lib/postgresql/*/bin'),
];

const found = (command: string): boolean =>
  folders.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const missing = NEEDS.filter((need) => !found(need.command));

const isDebian = ((): boolean => {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
})();
// Elsewhere fonts have other places, and other names.
const fonts = isDebian ? FONTS.filter(([file]) => !existsSync(file)) : [];
if (missing.length === 0 && fonts.length === 0) process.exit(0);

if (!isDebian || process.getuid?.() !== 0) {
  console.error('The tests need these programs, which were not found:');
  for (const need of missing) {
    console.error(`  ${need.command}  (Debian package ${need.package}): ${need.why}`);
  }
  for (const [, name] of fonts) console.error(`  a font  (Debian package ${name})`);
  console.error('Install them and start again. As root on Debian this is done for you.');
  process.exit(1);
}

const packages = [...missing.map((need) => need.package), ...fonts.map(([, name]) => name)];
console.log(`Installing ${packages.join(', ')}`);
const apt = (...args: string[]): void => {
  execFileSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    // No service of an installed package may start by itself: the tests start their own.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
};
apt('update', '-qq');
apt('install', '-y', '-qq', '--no-install-recommends', ...packages);

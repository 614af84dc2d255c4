import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { DaemonSet } from 'kubernetes-models/apps/v1/DaemonSet';
import { Secret } from 'kubernetes-models/v1/Secret';
import { parse as parseYaml, parseAllDocuments } from 'yaml';
import { render, type Target } from '../src/render/render.ts';
import { CASES } from './support/cases.ts';
import { run } from './support/run.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Each file of a target, in each case that can have it. */
function filesOf(target: Target, pattern: RegExp): { id: string; text: string; source: string }[] {
  return Object.entries(CASES).flatMap(([name, config]) => {
    const rendered = render(target, config, 0);
    if (!rendered.ok) return [];
    return rendered.artifacts
      .filter((artifact) => pattern.test(artifact.name))
      .map(({ name: file, text }) => ({
        id: `${name}: ${file}`,
        text,
        source: config.settings.addresses.source,
      }));
  });
}

describe('rendered files please the tools that read them', () => {
  it('nft takes the rules', (context) => {
    const folder = temporaryFolder(context);
    for (const { id, text } of filesOf('nftables', /\.nft$/)) {
      const file = join(folder, 'rules.nft');
      writeFileSync(file, text);
      const { code, stderr } = run('nftables', 'nft', ['--check', '--file', file]);
      assert.equal(code, 0, `${id}: ${stderr}`);
    }
  });

  it('systemd takes the drop-in', (context) => {
    for (const { id, text } of filesOf('systemd', /\.conf$/)) {
      const verify = (dropIn: string): string => {
        const folder = temporaryFolder(context);
        mkdirSync(join(folder, 'coturn.service.d'));
        cpSync('/lib/systemd/system/coturn.service', join(folder, 'coturn.service'));
        writeFileSync(join(folder, 'coturn.service.d', 'rendev-turn.conf'), dropIn);
        const args = ['verify', '--man=no', join(folder, 'coturn.service')];
        const env = { SYSTEMD_UNIT_PATH: `${folder}:` };
        return run('systemd', 'systemd-analyze', args, { env }).stderr;
      };
      assert.doesNotMatch(verify(text), /rendev-turn\.conf/, id);
      assert.match(verify(`${text}ProtectEverything=yes\n`), /ProtectEverything/);
    }
  });

  it('cloud-init takes the user data', (context) => {
    const file = join(temporaryFolder(context), 'user-data');
    for (const { id, text } of filesOf('cloud-init', /\.yaml$/)) {
      writeFileSync(file, text);
      const { code, stderr } = run('cloud-init', 'cloud-init', ['schema', '--config-file', file]);
      assert.equal(code, 0, `${id}: ${stderr}`);
      const { write_files: files } = parseYaml(text) as { write_files: { path: string }[] };
      assert.ok(files.some(({ path }) => path.endsWith('/turn-egress.nft')));
    }
  });

  it('Kubernetes takes the manifests', () => {
    for (const { id, text } of filesOf('kubernetes', /\.yaml$/)) {
      const documents = parseAllDocuments(text);
      assert.deepEqual(
        documents.flatMap(({ errors }) => errors),
        [],
        id,
      );
      const [secret, daemonSet] = documents.map((document) => document.toJS() as unknown);
      new Secret(secret as ConstructorParameters<typeof Secret>[0]).validate();
      new DaemonSet(daemonSet as ConstructorParameters<typeof DaemonSet>[0]).validate();
      const spoiled = structuredClone(daemonSet) as { spec: { template: { spec: unknown } } };
      spoiled.spec.template.spec = { containers: 'none' };
      assert.throws(() => {
        new DaemonSet(spoiled as ConstructorParameters<typeof DaemonSet>[0]).validate();
      });
    }
  });

  it('Compose gets services and mounts that fit', () => {
    for (const { id, text, source } of filesOf('docker', /\.yaml$/)) {
      const { services } = parseYaml(text) as {
        services: Record<string, { network_mode: string; image: string; volumes: unknown[] }>;
      };
      const names = source === 'static' ? ['turn'] : ['turn', 'addresses'];
      assert.deepEqual(Object.keys(services), names, id);
      for (const { network_mode, image } of Object.values(services)) {
        assert.equal(network_mode, 'host');
        assert.match(image, /:\d+\.\d+\.\d+/, 'pinned');
      }
    }
  });

  it('Terraform can read the security group', async () => {
    for (const { id, text } of filesOf('aws', /\.tf$/)) {
      const { resource } = (await parseHcl('security-group.tf', text)) as {
        resource: { aws_security_group: { turn: { ingress: unknown[] }[] } };
      };
      assert.ok((resource.aws_security_group.turn[0]?.ingress.length ?? 0) >= 3, id);
    }
  });

  it('Prometheus gets a target', () => {
    const files = filesOf('prometheus', /\.yaml$/);
    assert.equal(files.length, 1);
    for (const { text } of files) {
      const parsed = parseYaml(text) as {
        scrape_configs: { static_configs: { targets: string[] }[] }[];
      };
      const [job] = parsed.scrape_configs;
      assert.deepEqual(job?.static_configs[0]?.targets, ['[::1]:9641']);
    }
  });

  it('logrotate takes its configuration', (context) => {
    const folder = temporaryFolder(context);
    const files = filesOf('logrotate', /\.conf$/);
    assert.equal(files.length, 1);
    for (const { text } of files) {
      const file = join(folder, 'logrotate.conf');
      writeFileSync(file, text, { mode: 0o644 });
      const args = ['--debug', '--state', join(folder, 'state'), file];
      const { code, stderr } = run('logrotate', 'logrotate', args);
      assert.equal(code, 0, stderr);
      assert.doesNotMatch(stderr, /error/i);
    }
  });

  it('ufw understands every rule', (context) => {
    const folder = temporaryFolder(context);
    for (const { id, text } of filesOf('ufw', /\.sh$/)) {
      const file = join(folder, 'ufw.sh');
      writeFileSync(file, text.replaceAll(/^ufw /gm, 'ufw --dry-run '));
      const { code, stderr } = run('ufw', 'sh', [file]);
      assert.equal(code, 0, `${id}: ${stderr}`);
    }
  });

  it('shellcheck finds nothing in the scripts', (context) => {
    const file = join(temporaryFolder(context), 'script.sh');
    const scripts = [
      ...filesOf('turnserver.conf', /^write-/),
      ...filesOf('certbot', /\.sh$/),
      ...filesOf('ufw', /\.sh$/),
    ];
    assert.ok(scripts.length > 6);
    for (const { id, text } of scripts) {
      writeFileSync(file, text);
      const { code, stdout } = run('shellcheck', 'shellcheck', [file]);
      assert.equal(code, 0, `${id}: ${stdout}`);
    }
  });
});

describe('the address script', () => {
  for (const { id, text, source } of filesOf('turnserver.conf', /^write-/)) {
    it(`fills the template, or leaves the old file (${id})`, (context) => {
      const folder = temporaryFolder(context);
      const paths = ['script', 'template', 'turnserver.conf'].map((name) => join(folder, name));
      const [script = '', template = '', target = ''] = paths;
      writeFileSync(script, text);
      writeFileSync(template, 'external-ip=@PUBLIC_IPV4@/@LOCAL_IPV4@\n');
      const fill = (publicAddress: string): number | null => {
        fakeCurl(folder, publicAddress);
        const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
        return run('dash', 'sh', [script, template, target], { env }).code;
      };

      assert.equal(fill('203.0.113.10'), 0);
      const filled = 'external-ip=203.0.113.10/10.0.0.5\n';
      assert.equal(readFileSync(target, 'utf8'), filled);
      for (const wrong of ['', 'fail', '<html>404</html>', '203.0.113.10 ', '1.2.3.4|w /etc/x']) {
        assert.notEqual(fill(wrong), 0, wrong);
        assert.equal(readFileSync(target, 'utf8'), filled);
        assert.ok(!existsSync(`${target}.new`));
      }
      const asked = readFileSync(join(folder, 'asked'), 'utf8');
      const proof = {
        aws: /ec2-metadata-token: TOKEN/,
        gcp: /Metadata-Flavor: Google/,
        azure: /Metadata: true/,
      };
      assert.match(asked, proof[source as keyof typeof proof]);
    });
  }

  /** In place of the metadata service, which only clouds have. */
  function fakeCurl(folder: string, publicAddress: string): void {
    const curl = join(folder, 'curl');
    writeFileSync(
      curl,
      `#!/bin/sh
echo "$*" >>"${join(folder, 'asked')}"
case "$*" in
  *api/token*) echo TOKEN ;;
  *local-ipv4 | */ip | *privateIpAddress*) echo 10.0.0.5 ;;
  *) [ "${publicAddress}" != fail ] && echo '${publicAddress}' ;;
esac
`,
    );
    chmodSync(curl, 0o755);
  }
});

describe('the egress rules', () => {
  it('keep coturn from this machine and its network, but for its relays', (context) => {
    const folder = temporaryFolder(context);
    const rendered = render('nftables', configFor('own-machine'), 0);
    assert.ok(rendered.ok);
    const rules = rendered.artifacts.find(({ name }) => name === 'turn-egress.nft')?.text ?? '';
    const file = join(folder, 'egress.nft');
    mkdirSync(dirname(file), { recursive: true });
    // Root stands for coturn's user, which may not exist here.
    writeFileSync(file, rules.replaceAll('turnserver accept', '0 accept'));
    // In a network of its own: the rules of this machine stay as they are.
    const script = `
set -e
ip link set lo up
ip link add public type veth peer name street
ip link set street up
ip address add 10.9.0.1/24 dev public
ip link set public up
ip route add default via 10.9.0.2
nft -f "$1"
try() { printf '%s ' "$1:$2"; if printf x | timeout 2 bash -c 'exec 3<>"/dev/udp/$0/$1" && cat >&3' "$1" "$2" 2>/dev/null; then echo sent; else echo refused; fi; }
try 127.0.0.1 53
try 127.0.0.1 50001
try 10.9.0.7 50001
try 169.254.169.254 80
try 9.9.9.9 40000
`;
    const { stdout, stderr, code } = run('util-linux', 'unshare', [
      '--net',
      'bash',
      '-c',
      script,
      'bash',
      file,
    ]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(stdout.trim().split('\n'), [
      '127.0.0.1:53 refused',
      '127.0.0.1:50001 sent',
      '10.9.0.7:50001 refused',
      '169.254.169.254:80 refused',
      '9.9.9.9:40000 sent',
    ]);
  });
});

function configFor(name: string): (typeof CASES)[string] {
  const config = CASES[name];
  assert.ok(config);
  return config;
}

import { Compile } from 'typebox/compile';
import { error, type Finding } from './finding.ts';
import { addressFindings } from './rules/address-rules.ts';
import { limitFindings } from './rules/limit-rules.ts';
import { peerFindings } from './rules/peer-rules.ts';
import { portFindings } from './rules/port-rules.ts';
import { versionFindings } from './rules/version-rules.ts';
import { TurnSettings } from './turn-settings.ts';

export type Validated = { ok: true; settings: TurnSettings } | { ok: false; findings: Finding[] };

const schema = Compile(TurnSettings);

/** Everything about settings that can be told without their secrets and without the machine. */
export function validateSettings(value: unknown): Validated {
  if (!schema.Check(value)) return { ok: false, findings: schemaFindings(value) };
  const findings = [
    ...realmFindings(value),
    ...addressFindings(value),
    ...portFindings(value),
    ...peerFindings(value),
    ...limitFindings(value),
    ...versionFindings(value),
  ];
  return findings.length > 0 ? { ok: false, findings } : { ok: true, settings: value };
}

function realmFindings({ realm }: TurnSettings): Finding[] {
  return realm === '' ? [realmMissing()] : [];
}

function realmMissing(): Finding {
  return error('realm-missing', 'realm', 'Credentials need a realm', 'Write the host name.');
}

function schemaFindings(value: unknown): Finding[] {
  return schema.Errors(value).map(({ instancePath, message, keyword, params }) => {
    const field = instancePath.slice(1).replaceAll('/', '.');
    if (keyword === 'required' && field === '' && params.requiredProperties.includes('realm')) {
      return realmMissing();
    }
    const what = keyword === 'pattern' ? 'does not have the form that is asked for' : message;
    return error('setting-invalid', field, what, 'See turn.schema.json.');
  });
}

export {
  credentials,
  iceServers,
  DEFAULT_TTL_SECONDS,
  SECRET_MIN_LENGTH,
  type CredentialOptions,
  type Credentials,
  type IceServerEntry,
} from './credentials.ts';
export { loadConfig, type Loaded } from './settings/load.ts';
export { turnUrls, type Secret, type TurnConfig } from './settings/turn-config.ts';
export { defaultSettings, TurnSettings } from './settings/turn-settings.ts';
export { validateSettings, type Validated } from './settings/validate.ts';
export type { Finding, FindingCode } from './settings/finding.ts';
export { render, TARGETS, type Rendered, type Target } from './render/render.ts';
export type { Artifact } from './render/artifact.ts';
export {
  examine,
  type DoctorOptions,
  type DoctorReport,
  type Examination,
} from './doctor/doctor.ts';
export type { CheckName, CheckResult } from './doctor/check-result.ts';
export { FAULTS, type FaultCode } from './doctor/faults.ts';
export { parseTurnUri, type TurnUri } from './stun/turn-uri.ts';
export { size, type Size, type SizeInput } from './size/size.ts';

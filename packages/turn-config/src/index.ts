export {
  credentials,
  iceServers,
  DEFAULT_TTL_SECONDS,
  SECRET_MIN_LENGTH,
  type CredentialOptions,
  type Credentials,
  type IceServerEntry,
} from './credentials.ts';

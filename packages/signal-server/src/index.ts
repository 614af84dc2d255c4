export { createApp, type App, type AppOptions } from './app.ts';
export { loadConfig, type Config, type LoadedConfig } from './config.ts';
export type { ConfigFinding } from './config-finding.ts';
export { HostsService, type Host, type HostWithKey } from './hosts/hosts-service.ts';
export { openDatabase, type Database } from './storage/database.ts';

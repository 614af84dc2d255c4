export { createApp, type App, type AppOptions } from './app.ts';
export { loadConfig, type Config, type ConfigFinding, type LoadedConfig } from './config.ts';
export { HostsService, type Host, type HostWithKey } from './hosts/hosts-service.ts';
export { openDatabase, type Database } from './storage/database.ts';

export const isPostgresUrl = (database: string): boolean => /^postgres(ql)?:\/\//.test(database);

/** Without user and password, to be shown. */
export function shownDatabase(database: string): string {
  if (!isPostgresUrl(database)) return database;
  const { protocol, host, pathname } = new URL(database);
  return `${protocol}//${host}${pathname}`;
}

/** What differs between one installation and another. */
export interface ServerSettings {
  maxConnections: number;
  /** False trades the data's safety for speed: for tests only. */
  fsync: boolean;
}

/**
 * Everything else is the same everywhere: modest memory for one old machine that also runs us, and no sockets in
 * folders we may not write. Given as arguments, so that a newer release brings its own and no file has to be edited.
 */
export function settingArguments(settings: ServerSettings): string[] {
  const values: Record<string, string | number> = {
    max_connections: settings.maxConnections,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    huge_pages: 'off',
    jit: 'off',
    // Queue tables turn over completely within seconds; the default of a minute leaves them bloated.
    autovacuum_naptime: '15s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // Commits still reach the system, so that killing the server loses nothing; only a power cut would.
    ...(settings.fsync ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

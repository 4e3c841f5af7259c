import { deriveSecret } from '@xushi/platform';

/**
 * The database roles and what each may do. Owner: migrations. Worker: everything in every subtree. Api: its scope
 * only. Queue: the queue's own schema. No service logs in as a superuser.
 */
export const ROLES = {
  owner: 'xushi_owner',
  worker: 'xushi_worker',
  api: 'xushi_api',
  queue: 'xushi_queue',
} as const;
export type RoleName = keyof typeof ROLES;

/** The schema in which BullMQ keeps its own tables. */
export const QUEUE_SCHEMA = 'xushi_queue';

/** Every process that holds the installation's secret key knows the roles' passwords; nothing stores them. */
export const rolePassword = (secretKey: string, role: RoleName): string =>
  deriveSecret(secretKey, `database role ${ROLES[role]}`);

/** The same server and database, logged in as one of our roles. */
export function roleUrl(url: string, role: RoleName, secretKey: string): string {
  const parsed = new URL(url);
  parsed.username = ROLES[role];
  parsed.password = rolePassword(secretKey, role);
  return parsed.toString();
}

import { connect } from '@xushi/store';

const NAME = 'xushi';

/** The installation's database on the embedded server, made where it does not exist. */
export async function createOwnDatabase(adminUrl: string): Promise<string> {
  const sql = connect(adminUrl, { max: 1, name: 'xushi bootstrap' });
  try {
    const rows = await sql`SELECT 1 FROM pg_database WHERE datname = ${NAME}`;
    if (rows.length === 0) await sql.unsafe(`CREATE DATABASE ${NAME}`);
  } finally {
    await sql.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${NAME}`;
  return url.toString();
}

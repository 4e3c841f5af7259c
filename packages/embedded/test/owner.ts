// A process that owns a data directory: tests kill it. Prints one line when it has opened the server or was
// refused, and stops when its input ends.
import { EmbeddedPostgresError, openEmbeddedPostgres } from '../src/index.js';

try {
  const server = await openEmbeddedPostgres({ dataDir: process.argv[2] ?? '', fsync: false });
  process.stdin.on('end', () => void server.stop());
  process.stdin.resume();
  const { adminUrl, pid, port, adopted } = server;
  console.log(JSON.stringify({ adminUrl, pid, port, adopted }));
} catch (thrown) {
  const code = thrown instanceof EmbeddedPostgresError ? thrown.code : 'other';
  console.log(JSON.stringify({ code, message: String(thrown) }));
}

import Fastify, { type FastifyInstance } from 'fastify';
import type { Sql } from 'postgres';
import type { SheetBody } from './intake-ground.js';

/**
 * The bare limit of taking in a sheet: a Fastify route without any check that writes the same rows (submission, figures,
 * event, outstanding work, the answer to an idempotency key) by one statement.
 */
export async function openBareRoute(sql: Sql): Promise<FastifyInstance> {
  const server = Fastify({ logger: false });
  server.post<{ Body: SheetBody }>('/bare', async (request, reply) => {
    const { org, period, values } = request.body;
    const [year, month] = period.split('-').map(Number);
    const [row] = await sql`
      WITH sheet AS (
        INSERT INTO submission (id, org_id, year, month, revision, state, grade, historical, received_at, late, findings, body)
        SELECT gen_random_uuid(), id, ${year ?? 0}, ${month ?? 0}, 1, 'accepted', 'estimate', false, now(), false, '[]',
          ${JSON.stringify(request.body)}::text::jsonb
        FROM org WHERE key = ${org} RETURNING id, org_id, year, month
      ), figures AS (
        INSERT INTO figure (submission_id, org_id, indicator_id, year, month, grade, value, given_value, not_applicable,
          withdrawn, historical, known_at)
        SELECT s.id, s.org_id, i.id, s.year, s.month, 'estimate', v.value::numeric, v.value, false, false, false, now()
        FROM sheet s, jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) AS v(indicator text, value text)
        JOIN indicator i ON i.key = v.indicator
      ), event AS (
        INSERT INTO event (type, org_id, at, payload)
        SELECT 'bench.bare', org_id, now(), jsonb_build_object('submission', id, 'org', ${org}::text) FROM sheet RETURNING id, org_id
      ), owed AS (
        INSERT INTO outstanding (reactor, event_id, scope, not_before)
        SELECT 'bench', id, org_id::text, now() FROM event
      ), once AS (
        INSERT INTO idempotency (key_id, route, idempotency_key, org_id, body_hash, status, answer, created_at)
        SELECT gen_random_uuid(), '/bare', ${String(request.headers['idempotency-key'])}, org_id, '', 201,
          jsonb_build_object('id', id), now()
        FROM sheet
      )
      SELECT id FROM sheet`;
    return reply.code(201).send({ id: row?.id, org, period, revision: 1 });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}

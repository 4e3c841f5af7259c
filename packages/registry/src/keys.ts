import type { Unit } from '@xushi/events';
import { newSecret, sha256 } from '@xushi/platform';
import { KEY_ROLES, type KeyBody, type PersonBody, Problem, refuse } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findOrg } from './find.js';
import { oneWriter } from './one-writer.js';

const { apiKey, person } = tables;

/** Issues a key; its secret is answered once and only its hash is kept. Throws `Problem`. */
export async function issueKey(
  unit: Unit,
  principal: Principal,
  body: KeyBody,
): Promise<{ id: string; secret: string }> {
  if (KEY_ROLES.indexOf(body.role) > KEY_ROLES.indexOf(principal.role)) {
    refuse([{ pointer: '/role', code: 'roleAboveCaller' }]);
  }
  const org = await findOrg(unit.tx, body.org);
  let personId: number | null = null;
  if (body.person) {
    const [row] = await unit.tx.select().from(person).where(eq(person.key, body.person));
    if (!row) refuse([{ pointer: '/person', code: 'unknownPerson', params: { person: body.person } }]);
    personId = row?.id ?? null;
  }
  const id = unit.newId();
  const secret = newSecret('xushi');
  await unit.tx.insert(apiKey).values({
    id,
    name: body.name,
    hash: sha256(secret),
    role: body.role,
    orgId: org.id,
    personId,
    createdAt: unit.now,
  });
  await recordAudit(unit, {
    orgId: org.id,
    action: 'key.issued',
    subject: id,
    detail: { name: body.name, role: body.role },
  });
  return { id, secret };
}

/** Revokes a key at once. The last admin key of the whole installation stays. Throws `Problem`. */
export async function revokeKey(unit: Unit, id: string): Promise<void> {
  // Two admins revoking each other's key at once would leave none.
  await oneWriter(unit.tx, 'admin_key');
  const [row] = await unit.tx
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)));
  if (!row) throw new Problem('notFound');
  if (row.role === 'admin' && row.orgId === 0) {
    const [admins] = await unit.tx
      .select({ count: sql<number>`count(*)::integer` })
      .from(apiKey)
      .where(and(eq(apiKey.role, 'admin'), eq(apiKey.orgId, 0), isNull(apiKey.revokedAt)));
    if ((admins?.count ?? 0) <= 1) throw new Problem('lastAdminKey');
  }
  await unit.tx.update(apiKey).set({ revokedAt: unit.now }).where(eq(apiKey.id, id));
  await recordAudit(unit, {
    orgId: row.orgId,
    action: 'key.revoked',
    subject: id,
    detail: { name: row.name },
  });
}

/** Makes the installation's admin key known under the given secret; does nothing where it is. */
export async function establishAdminKey(unit: Unit, secret: string): Promise<void> {
  await unit.tx
    .insert(apiKey)
    .values({
      id: unit.newId(),
      name: 'admin',
      hash: sha256(secret),
      role: 'admin',
      orgId: 0,
      createdAt: unit.now,
    })
    .onConflictDoNothing();
}

/** Whether any admin key of the whole installation is alive. */
export async function adminKeyExists(unit: Unit): Promise<boolean> {
  const rows = await unit.tx
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(eq(apiKey.role, 'admin'), eq(apiKey.orgId, 0), isNull(apiKey.revokedAt)))
    .limit(1);
  return rows.length > 0;
}

/** Creates or changes a person of the caller's subtree. Throws `Problem`. */
export async function putPerson(
  unit: Unit,
  of: { key: string; principal: Principal; body: PersonBody },
): Promise<{ created: boolean }> {
  const org = await findOrg(unit.tx, of.body.org ?? of.principal.orgKey);
  const values = {
    name: of.body.name,
    phone: of.body.phone ?? null,
    email: of.body.email ?? null,
    orgId: org.id,
  };
  await oneWriter(unit.tx, `person.${of.key}`);
  const changed = await unit.tx
    .update(person)
    .set(values)
    .where(eq(person.key, of.key))
    .returning({ id: person.id });
  if (changed.length === 0) {
    const made = await unit.tx
      .insert(person)
      .values({ key: of.key, ...values })
      .onConflictDoNothing()
      .returning({ id: person.id });
    // The key is a person's of another subtree.
    if (made.length === 0) throw new Problem('notFound');
  }
  await recordAudit(unit, {
    orgId: org.id,
    action: 'person.set',
    subject: of.key,
    detail: { name: of.body.name },
  });
  return { created: changed.length === 0 };
}

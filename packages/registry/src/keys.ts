import type { Unit } from '@xushi/events';
import { newSecret, parseMoment, sha256 } from '@xushi/platform';
import { type Fault, KEY_ROLES, type KeyBody, Problem, type RotateBody, refuse } from '@xushi/protocol';
import { type Principal, type Transaction, tables } from '@xushi/store';
import { and, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findOrg } from './find.js';
import { oneWriter } from './one-writer.js';

const { apiKey, person } = tables;
type KeyRow = typeof apiKey.$inferSelect;

const HOUR_MS = 3_600_000;
/** How long the secret before a rotation stays good where nobody says. */
const OVERLAP_HOURS = 24;

/** Issues a key; its secret is answered once and only its hash is kept. Throws `Problem`. */
export async function issueKey(
  unit: Unit,
  principal: Principal,
  body: KeyBody,
): Promise<{ id: string; secret: string }> {
  const faults: Fault[] = [];
  if (KEY_ROLES.indexOf(body.role) > KEY_ROLES.indexOf(principal.role)) {
    faults.push({ pointer: '/role', code: 'roleAboveCaller' });
  }
  const expiresAt = body.expiresAt == null ? null : parseMoment(body.expiresAt);
  if (body.expiresAt != null && expiresAt === null)
    faults.push({ pointer: '/expiresAt', code: 'notAMoment' });
  if (expiresAt !== null && expiresAt <= unit.wallNow) {
    faults.push({ pointer: '/expiresAt', code: 'expiryInPast' });
  }
  const org = await findOrg(unit.tx, body.org);
  let personId: number | null = null;
  if (body.person) {
    const [row] = await unit.tx.select().from(person).where(eq(person.key, body.person));
    if (!row) faults.push({ pointer: '/person', code: 'unknownPerson', params: { person: body.person } });
    personId = row?.id ?? null;
  }
  refuse(faults);
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
    expiresAt,
  });
  await recordAudit(unit, {
    orgId: org.id,
    action: 'key.issued',
    subject: id,
    detail: { name: body.name, role: body.role, person: body.person ?? null, expiresAt },
  });
  return { id, secret };
}

/**
 * Gives a key another secret, answered once. The one before stays good for `overlapHours` of wall time, so that whoever
 * holds it can change over without a refused request; one before that ends at once. Throws `Problem` 404.
 */
export async function rotateKey(
  unit: Unit,
  of: { id: string; principal: Pick<Principal, 'role'>; body: RotateBody },
): Promise<{ id: string; secret: string; previousUntil: Date }> {
  await oneWriter(unit.tx, `key.${of.id}`);
  const row = await liveKey(unit.tx, of.id);
  if (KEY_ROLES.indexOf(row.role as Principal['role']) > KEY_ROLES.indexOf(of.principal.role)) {
    throw new Problem('notFound');
  }
  const secret = newSecret('xushi');
  const previousUntil = new Date(unit.wallNow.getTime() + (of.body.overlapHours ?? OVERLAP_HOURS) * HOUR_MS);
  await unit.tx
    .update(apiKey)
    .set({ hash: sha256(secret), previousHash: row.hash, previousUntil })
    .where(eq(apiKey.id, of.id));
  await recordAudit(unit, {
    orgId: row.orgId,
    action: 'key.rotated',
    subject: of.id,
    before: { name: row.name, previousUntil: row.previousUntil },
    detail: { name: row.name, previousUntil },
  });
  return { id: of.id, secret, previousUntil };
}

/** Revokes a key at once, with all its secrets. The last admin key of the whole installation stays. Throws `Problem`. */
export async function revokeKey(unit: Unit, id: string): Promise<void> {
  // Two admins revoking each other's key at once would leave none.
  await oneWriter(unit.tx, 'admin_key');
  const row = await liveKey(unit.tx, id);
  if (row.role === 'admin' && row.orgId === 0) {
    const others = await unit.tx
      .select({ id: apiKey.id })
      .from(apiKey)
      .where(and(isAdminKey(unit.wallNow), ne(apiKey.id, id)))
      .limit(1);
    if (others.length === 0) throw new Problem('lastAdminKey');
  }
  await unit.tx.update(apiKey).set({ revokedAt: unit.now }).where(eq(apiKey.id, id));
  await recordAudit(unit, {
    orgId: row.orgId,
    action: 'key.revoked',
    subject: id,
    before: { name: row.name, role: row.role },
    detail: { name: row.name },
  });
}

/** A key as its keepers see it: never with a secret. */
export interface KeyView {
  id: string;
  name: string;
  role: string;
  org: string;
  person: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  /** Until when the secret before the last rotation is good; null once it is not. */
  previousUntil: Date | null;
  /** Wall time, to the hour. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** The keys of the scope, oldest first; those that were revoked only where asked for. */
export async function listKeys(unit: Unit, of: { revoked: boolean }): Promise<KeyView[]> {
  return unit.tx
    .select({
      id: apiKey.id,
      name: apiKey.name,
      role: apiKey.role,
      org: tables.org.key,
      person: person.key,
      createdAt: apiKey.createdAt,
      expiresAt: apiKey.expiresAt,
      previousUntil:
        sql<Date | null>`CASE WHEN ${gt(apiKey.previousUntil, unit.wallNow)} THEN ${apiKey.previousUntil} END`.mapWith(
          apiKey.previousUntil,
        ),
      lastUsedAt: apiKey.lastUsedAt,
      revokedAt: apiKey.revokedAt,
    })
    .from(apiKey)
    .innerJoin(tables.org, eq(tables.org.id, apiKey.orgId))
    .leftJoin(person, eq(person.id, apiKey.personId))
    .where(of.revoked ? undefined : isNull(apiKey.revokedAt))
    .orderBy(apiKey.createdAt, apiKey.id);
}

/** Makes the installation's admin key known under the given secret; does nothing where it is, or was until it was rotated. */
export async function establishAdminKey(unit: Unit, secret: string): Promise<void> {
  const hash = sha256(secret);
  const [rotated] = await unit.tx.select({ id: apiKey.id }).from(apiKey).where(eq(apiKey.previousHash, hash));
  if (rotated) return;
  await unit.tx
    .insert(apiKey)
    .values({ id: unit.newId(), name: 'admin', hash, role: 'admin', orgId: 0, createdAt: unit.now })
    .onConflictDoNothing();
}

/** Whether any admin key of the whole installation is alive. */
export async function adminKeyExists(unit: Unit): Promise<boolean> {
  const rows = await unit.tx.select({ id: apiKey.id }).from(apiKey).where(isAdminKey(unit.wallNow)).limit(1);
  return rows.length > 0;
}

const isAdminKey = (wallNow: Date) =>
  and(
    eq(apiKey.role, 'admin'),
    eq(apiKey.orgId, 0),
    isNull(apiKey.revokedAt),
    or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, wallNow)),
  );

async function liveKey(tx: Transaction, id: string): Promise<KeyRow> {
  const [row] = await tx
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)));
  if (!row) throw new Problem('notFound');
  return row;
}

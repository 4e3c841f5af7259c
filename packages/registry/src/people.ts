import type { Unit } from '@xushi/events';
import { type PersonBody, Problem } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { eq } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findOrg } from './find.js';
import { oneWriter } from './one-writer.js';

const { person } = tables;

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
  const [before] = await unit.tx
    .select({ name: person.name, org: tables.org.key, phone: person.phone, email: person.email })
    .from(person)
    .innerJoin(tables.org, eq(tables.org.id, person.orgId))
    .where(eq(person.key, of.key));
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
    before: before ?? null,
    detail: { name: of.body.name, org: org.key, phone: values.phone, email: values.email },
  });
  return { created: changed.length === 0 };
}

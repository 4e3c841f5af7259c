import type { Unit } from '@xushi/events';
import { XushiError } from '@xushi/platform';
import { type Transaction, tables } from '@xushi/store';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { AddressGuard } from './address-guard.js';
import type { ChannelName } from './channel.js';
import { InputRefused } from './input-refused.js';
import {
  filterFaults,
  nameFaults,
  type ReceiverFilters,
  type ReceiverInput,
  receiverFaults,
} from './receiver-input.js';
import type { SecretBox } from './secret-box.js';
import { newWebhookSecret } from './webhook-signature.js';

export type { ReceiverFilters, ReceiverInput } from './receiver-input.js';

const { receiver, org, audit } = tables;

/** A receiver as its keepers see it: never with its secret. */
export interface ReceiverView {
  id: string;
  name: string;
  channel: ChannelName;
  /** Mail address or URL. */
  address: string;
  orgId: number;
  /** The org's key. */
  org: string;
  kinds: string[] | null;
  minLight: string | null;
  levels: string[] | null;
  enabled: boolean;
  createdAt: Date;
}

/**
 * Makes a receiver. A webhook's secret is answered here and never again. Throws `InputRefused` with every fault,
 * `addressNotAllowed` among them. Names are resolved when something is sent, not here.
 */
export async function createReceiver(
  unit: Unit,
  input: ReceiverInput,
  services: { secretBox: SecretBox; guard: AddressGuard },
): Promise<{ id: string; secret?: string }> {
  const faults = receiverFaults(input, services.guard);
  if (faults.length > 0) throw new InputRefused(faults);
  const id = unit.newId();
  const secret = input.channel === 'webhook' ? newWebhookSecret() : null;
  const row = {
    id,
    orgId: input.orgId,
    name: input.name.trim(),
    channel: input.channel,
    address: (input.channel === 'email' ? input.to : input.url) ?? '',
    kinds: input.kinds ?? null,
    minLight: input.minLight ?? null,
    levels: input.levels ?? null,
    enabled: true,
  };
  await unit.tx.insert(receiver).values({
    ...row,
    secret: secret === null ? null : services.secretBox.seal(secret, id),
    createdAt: unit.now,
  });
  const { id: _, orgId, ...detail } = row;
  await record(unit, { action: 'receiver.created', id, orgId, detail });
  return secret === null ? { id } : { id, secret };
}

export async function listReceivers(tx: Transaction): Promise<ReceiverView[]> {
  return views(tx).where(kept).orderBy(asc(receiver.createdAt), asc(receiver.id));
}

/** Null where there is none, or none in the reader's subtree. */
export async function getReceiver(tx: Transaction, id: string): Promise<ReceiverView | null> {
  const [found] = await views(tx).where(and(eq(receiver.id, id), kept));
  return found ?? null;
}

/** Changes what a receiver is called and hears, and whether it hears at all. Throws `receiverNotFound`. */
export async function updateReceiver(
  unit: Unit,
  id: string,
  change: ReceiverFilters & { name?: string; enabled?: boolean },
): Promise<ReceiverView> {
  const before = await getReceiver(unit.tx, id);
  if (!before) throw receiverNotFound();
  const faults = [
    ...(change.name === undefined ? [] : nameFaults(change.name)),
    ...filterFaults(change, before.channel),
  ];
  if (faults.length > 0) throw new InputRefused(faults);
  const wanted = {
    name: change.name?.trim() ?? before.name,
    kinds: change.kinds === undefined ? before.kinds : change.kinds,
    minLight: change.minLight === undefined ? before.minLight : change.minLight,
    levels: change.levels === undefined ? before.levels : change.levels,
    enabled: change.enabled ?? before.enabled,
  };
  await unit.tx.update(receiver).set(wanted).where(eq(receiver.id, id));
  await record(unit, {
    action: 'receiver.changed',
    id,
    orgId: before.orgId,
    before: shown(before),
    detail: wanted,
  });
  return { ...before, ...wanted };
}

/**
 * Removes a receiver: it hears no more, and its address and secret are forgotten. Its name stays with what was
 * delivered to it. Throws `receiverNotFound`.
 */
export async function removeReceiver(unit: Unit, id: string): Promise<void> {
  const before = await getReceiver(unit.tx, id);
  if (!before) throw receiverNotFound();
  await unit.tx
    .update(receiver)
    .set({ enabled: false, address: REMOVED, secret: null })
    .where(eq(receiver.id, id));
  await record(unit, {
    action: 'receiver.removed',
    id,
    orgId: before.orgId,
    before: shown(before),
    detail: { name: before.name },
  });
}

/** Disables a receiver that said it wants no more. Does nothing where it is disabled already. */
export async function disableGone(unit: Unit, id: string, reason: string): Promise<void> {
  const [disabled] = await unit.tx
    .update(receiver)
    .set({ enabled: false })
    .where(and(eq(receiver.id, id), eq(receiver.enabled, true)))
    .returning({ orgId: receiver.orgId });
  if (disabled) await record(unit, { action: 'receiver.disabled', id, ...disabled, detail: { reason } });
}

/** What a change is told against: not the address, which is forgotten with its receiver. */
const shown = ({ name, channel, kinds, minLight, levels, enabled }: ReceiverView) => ({
  name,
  channel,
  kinds,
  minLight,
  levels,
  enabled,
});

const REMOVED = '';
const kept = ne(receiver.address, REMOVED);

function views(tx: Transaction) {
  return tx
    .select({
      id: receiver.id,
      name: receiver.name,
      channel: sql<ChannelName>`${receiver.channel}`,
      address: receiver.address,
      orgId: receiver.orgId,
      org: org.key,
      kinds: receiver.kinds,
      minLight: receiver.minLight,
      levels: receiver.levels,
      enabled: receiver.enabled,
      createdAt: receiver.createdAt,
    })
    .from(receiver)
    .innerJoin(org, eq(org.id, receiver.orgId));
}

async function record(
  unit: Unit,
  entry: {
    action: string;
    id: string;
    orgId: number;
    before?: Record<string, unknown>;
    detail: Record<string, unknown>;
  },
): Promise<void> {
  await unit.tx.insert(audit).values({
    at: unit.now,
    orgId: entry.orgId,
    action: entry.action,
    subject: `receiver/${entry.id}`,
    personId: unit.cause.personId,
    keyId: unit.cause.keyId,
    requestId: unit.cause.requestId,
    before: entry.before ?? null,
    detail: entry.detail,
  });
}

const receiverNotFound = () =>
  new XushiError('receiverNotFound', 'there is no such receiver in your subtree');

import { ALERT_KINDS, ALERT_REASONS } from '@xushi/domain';

/** What a receiver can ask for: alerts by kind, everything else by event type. */

/** Told to every receiver that names no kinds, besides alerts. */
const DEFAULT_TYPES = ['dispatch.list', 'report.ready'] as const;

/** For machines: told to webhooks that name them, and to nobody else. */
export const MACHINE_TYPES = [
  'submission.accepted',
  'submission.held',
  'submission.underReview',
  'submission.returned',
  'submission.evaluated',
] as const;

/** The events that anybody may hear of. */
export const TOLD_TYPES: readonly string[] = [
  ...ALERT_REASONS.map((reason) => `alert.${reason}`),
  ...DEFAULT_TYPES,
  ...MACHINE_TYPES,
];

/** The values of a receiver's `kinds`. */
export const TOPICS: readonly string[] = [...ALERT_KINDS, ...DEFAULT_TYPES, ...MACHINE_TYPES];

export const isMachineType = (topic: string): boolean => (MACHINE_TYPES as readonly string[]).includes(topic);

/** What puts a warning right that was heard before: told to whoever heard it (domain.md §10). */
export const isSecondVersion = ({ type }: { type: string }): boolean =>
  ['alert.confirmed', 'alert.corrected', 'alert.withdrawn'].includes(type);

/** The part of an alert that decides who hears of it. */
export interface AlertTopic {
  id: string;
  kind: string;
  light: string | null;
  level: string | null;
  historical: boolean;
  /** Whom it is for: receivers at the org itself, those above it as well, or nobody. */
  audience: 'reporter' | 'all' | 'nobody';
}

/** The alert an event is about, or null for other events. */
export function alertOf(event: { type: string; payload: Record<string, unknown> }): AlertTopic | null {
  const alert = event.payload.alert;
  if (!event.type.startsWith('alert.') || typeof alert !== 'object' || alert === null) return null;
  const { id, kind, light, level, historical, audience } = alert as Record<string, unknown>;
  if (typeof id !== 'string' || typeof kind !== 'string') return null;
  return {
    id,
    kind,
    light: typeof light === 'string' ? light : null,
    level: typeof level === 'string' ? level : null,
    historical: historical === true || historical === 1,
    audience: audience === 'reporter' || audience === 'nobody' ? audience : 'all',
  };
}

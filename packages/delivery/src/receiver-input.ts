import { LEVELS, LIGHTS } from '@xushi/domain';
import { type AddressGuard, hostOf } from './address-guard.js';
import { CHANNELS, type ChannelName } from './channel.js';
import type { InputFault } from './input-refused.js';
import { isMailAddress } from './mail-address.js';
import { isMachineType, TOPICS } from './topics.js';

/** What a receiver wants to hear. Null: no limit; of kinds, the default ones. */
export interface ReceiverFilters {
  kinds?: string[] | null;
  minLight?: string | null;
  levels?: string[] | null;
}

export interface ReceiverInput extends ReceiverFilters {
  name: string;
  channel: ChannelName;
  /** Mail address, for `email`. */
  to?: string;
  /** Address to post to, for `webhook`. */
  url?: string;
  orgId: number;
}

const LONGEST_NAME = 100;
const LONGEST_URL = 2048;

/** Every fault of a new receiver at once; none: it can be made. */
export function receiverFaults(input: ReceiverInput, guard: AddressGuard): InputFault[] {
  return [
    ...nameFaults(input.name),
    ...(CHANNELS.includes(input.channel)
      ? []
      : [fault('/channel', 'channelUnknown', `channel must be one of ${CHANNELS.join(', ')}`)]),
    ...(input.channel === 'email' ? mailFaults(input.to) : []),
    ...(input.channel === 'webhook' ? urlFaults(input.url, guard) : []),
    ...filterFaults(input, input.channel),
  ];
}

export function nameFaults(name: string): InputFault[] {
  if (name.trim() === '' || name.length > LONGEST_NAME || /[\p{Cc}\u2028\u2029]/u.test(name)) {
    return [fault('/name', 'nameInvalid', `name must be one line of 1 to ${LONGEST_NAME} characters`)];
  }
  return [];
}

export function filterFaults(filters: ReceiverFilters, channel: ChannelName): InputFault[] {
  const faults: InputFault[] = [];
  for (const [index, kind] of (filters.kinds ?? []).entries()) {
    if (!TOPICS.includes(kind)) {
      faults.push(fault(`/kinds/${index}`, 'kindUnknown', `kinds may name ${TOPICS.join(', ')}`));
    } else if (isMachineType(kind) && channel !== 'webhook') {
      faults.push(fault(`/kinds/${index}`, 'kindNotForChannel', `${kind} is told to webhooks only`));
    }
  }
  if (filters.minLight && !(LIGHTS as readonly string[]).includes(filters.minLight)) {
    faults.push(fault('/minLight', 'lightUnknown', `minLight must be one of ${LIGHTS.join(', ')}`));
  }
  for (const [index, level] of (filters.levels ?? []).entries()) {
    if (!(LEVELS as readonly string[]).includes(level)) {
      faults.push(fault(`/levels/${index}`, 'levelUnknown', `levels may name ${LEVELS.join(', ')}`));
    }
  }
  return faults;
}

function mailFaults(to: string | undefined): InputFault[] {
  if (to !== undefined && isMailAddress(to)) return [];
  return [fault('/to', 'addressInvalid', 'to must be one plain mail address, like name@example.cn')];
}

function urlFaults(text: string | undefined, guard: AddressGuard): InputFault[] {
  const said = 'url must be an http or https address without user, password or fragment';
  const plain = text !== undefined && text.length <= LONGEST_URL && /^https?:\/\/[\x21-\x7e]+$/i.test(text);
  if (!plain || !URL.canParse(text)) return [fault('/url', 'addressInvalid', said)];
  const url = new URL(text);
  if (url.username || url.password || url.hash || hostOf(url) === '' || /\\/.test(text)) {
    return [fault('/url', 'addressInvalid', said)];
  }
  const refusal = guard.refusalOf(url);
  return refusal ? [fault('/url', 'addressNotAllowed', refusal)] : [];
}

const fault = (pointer: string, code: string, message: string): InputFault => ({ pointer, code, message });

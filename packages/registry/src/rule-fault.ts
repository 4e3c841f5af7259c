import type { RuleFault } from '@xushi/domain';
import { type Fault, PROBLEMS, type ProblemCode } from '@xushi/protocol';

/** A fault that the domain found in a plan or a policy, with its own code where the interface has a sentence for it. */
export function ruleFault(fault: RuleFault): Fault {
  if (fault.code in PROBLEMS) return { pointer: fault.pointer, code: fault.code as ProblemCode };
  return { pointer: fault.pointer, code: 'ruleFault', params: { message: fault.message } };
}

import { XushiError } from '@xushi/platform';

/** One thing wrong with an input: where it stands (a JSON pointer), a stable code, a sentence. */
export interface InputFault {
  pointer: string;
  code: string;
  message: string;
}

/** An input with every fault at once; its own code is that of the first. */
export class InputRefused extends XushiError {
  constructor(readonly faults: readonly InputFault[]) {
    super(faults[0]?.code ?? 'inputInvalid', faults.map((fault) => fault.message).join('; '));
    this.name = 'InputRefused';
  }
}
